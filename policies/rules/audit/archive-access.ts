import { deployRoleArn } from "../../../config/names";
import type { Question } from "../../access/question";
import type { EachResource } from "../../policy";
import { all, type Verdict } from "../../verdict";
import { judgeAttached, type AttachedPolicy } from "../attached-policy";
import { beyond } from "../beyond";
import { worldOf } from "../estate-world";
import { BUCKET_POLICY, ifKept, type Kept, type KeptAs } from "./archive";
import { PRODUCERS } from "./producers";

const DELETIONS = ["s3:BypassGovernanceRetention", "s3:DeleteBucket", "s3:DeleteObject", "s3:DeleteObjectVersion"];
/**
 * Whatever changes a bucket itself, by what its name begins with: there are more than thirty, and every year brings some.
 * Asked of the bucket alone: of objects, producers put some.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
const VERBS = ["Allow", "Create", "Delete", "Pause", "Put", "Tag", "Untag", "Update"];
const CHANGES = VERBS.map((verb) => `s3:${verb}*`);

export const archiveAccess: EachResource = {
  kind: "each",
  id: "AUD-014",
  title: "An archive takes its own account's logs alone, is read by the monitor alone, and nobody deletes from it",
  severity: "critical",
  controls: ["B14", "D32", "E38"],
  rationale:
    "A service that delivers for anybody can be made to overwrite or to read for anybody. The operator, who is watched, must be able neither to read what the monitor knows nor to make it forget.",
  remediation: "Build the archive with AuditArchive: its policy names each producer's source, prefix and account.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html",
  ],
  construct: "audit/audit-archive",
  types: ["aws_s3_bucket"],

  check(bucket, context) {
    return ifKept(bucket, context, (kept, as) =>
      judgeAttached(bucket, BUCKET_POLICY, (policy) => all(opens(policy, kept, as), closes(policy, kept, as))),
    );
  },
};

/** Nothing is granted but what producers need, for the account that the bucket is for, where they deliver. */
function opens(policy: AttachedPolicy, kept: Kept, as: KeptAs): Verdict {
  const arn = kept.sinks[`${as}BucketArn`];
  const { account } = kept.source;
  const producers = PRODUCERS.filter(({ into }) => into === as);
  const rest = beyond(
    policy.document,
    producers.flatMap(({ service, looks, under }) => [
      { Principal: { Service: service }, Action: [...looks, "s3:ListBucket"], Resource: [arn] },
      { Principal: { Service: service }, Action: ["s3:PutObject"], Resource: [`${arn}/${under(kept)}*`] },
    ]),
  );
  const everything = { ...asking(kept, as), actions: ["s3:*"] };
  const services = [{ kind: "service" }] as const;
  const others = [{ kind: "none" }, { kind: "outside", accounts: [account] }] as const;
  return all(
    policy.mustNotGrant({ ...everything, principals: services, sources: others }, `nothing for others than ${account}`),
    policy.mustNotGrant(
      { ...everything, principals: [{ kind: "anyone" }] },
      "what its producers need and no more",
      rest,
    ),
  );
}

function closes(policy: AttachedPolicy, kept: Kept, as: KeptAs): Verdict {
  const { account } = kept.sinks.place;
  const question = asking(kept, as);
  const anyone = { ...question, principals: [{ kind: "anyone" }] } as const;
  const strangers = [{ kind: "anonymous" }, { kind: "outside", accounts: [account] }] as const;
  const administrator = deployRoleArn(kept.estate, kept.sinks.place);
  return all(
    policy.mustDeny({ ...anyone, actions: DELETIONS }, "nobody deletes"),
    policy.mustDeny({ ...question, principals: strangers, actions: ["s3:GetObject*"] }, "the monitor alone reads"),
    policy.mustDeny(
      { ...anyone, actions: CHANGES, resources: [kept.sinks[`${as}BucketArn`]] },
      `${administrator} alone changes the bucket`,
      beyond(policy.document, [{ Principal: "*", Condition: { ArnEquals: { "aws:PrincipalArn": administrator } } }]),
    ),
    policy.mustDeny(
      { ...anyone, actions: ["s3:*"], context: { "aws:SecureTransport": ["false"] } },
      "nothing is sent in clear",
    ),
  );
}

function asking(kept: Kept, as: KeptAs): Pick<Question, "resources" | "world"> {
  const arn = kept.sinks[`${as}BucketArn`];
  return { resources: [arn, `${arn}/*`], world: worldOf(kept.estate, kept.sinks.place.account) };
}
