import { drainPath } from "../../../config/names";
import { ENCLAVE } from "../../../config/places";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { ifItExists } from "../account/in-every-account";
import { judgeAttached } from "../attached-policy";
import { stackAt } from "../in-account";
import { beyond } from "../beyond";
import { worldOf } from "../estate-world";
import { byOperator } from "./by-operator";
import { worksIn } from "../identity/working-role";
import { draining } from "./drain-work";
import { drainRule } from "./drain-rule";
import { enclaveResources, holdsUserData, ofEnclave } from "./of-enclave";

const REPLICATION = "aws_s3_bucket_replication_configuration";
const POLICY = { inline: "policy", companion: { type: "aws_s3_bucket_policy", by: "bucket" } } as const;

export const drainsHome: WholeEstate = {
  kind: "whole",
  id: "ENV-004",
  title: "Every object of the enclave goes to the declared site and nowhere else, and none comes once it is draining",
  severity: "critical",
  controls: ["F46", "A5", "A6"],
  rationale:
    "The drain is how users' data comes home. Turned another way it takes the data further off; left open, it never ends; and where its role, a bucket, a key or a guardrail refuses, it looks as if it went on.",
  remediation: "Build the store with EnclaveStore and declare its 'drainTarget'.",
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html"],
  construct: "enclave/drain-replication",

  check(context) {
    return ofEnclave(context, () => {
      const { phase } = context.estate.enclave;
      const buckets = enclaveResources(context)
        .filter(({ type }) => type === "aws_s3_bucket")
        .filter(holdsUserData);
      if (buckets.length > 0) return buckets.map((bucket) => ifItExists(bucket, drains(bucket, context)));
      const isGone = phase === "retired";
      return [isGone ? pass(stackAt(ENCLAVE)) : fail(stackAt(ENCLAVE), "no bucket", "the bucket that is drained")];
    });
  },
};

function drains(bucket: Resource, context: Context): Verdict {
  const [replication, ...others] = bucket.companions(REPLICATION, "bucket");
  const expected = `exactly one ${REPLICATION}`;
  if (!replication) return fail(bucket.root.at, "none", expected);
  if (others.length > 0) return undecided(bucket.root.at, "several, of which one replaces the others", expected);
  const path = drainPath(context.estate);
  const rules = replication.value("rule").items();
  return all(
    bucket.value("replication_configuration").mustBeAbsent(`the ${REPLICATION} alone`),
    ifItExists(replication, replication.value("role").mustBe(path.replicationRoleArn)),
    worksIn(replication.value("role"), draining(bucket, path), context),
    replication.value("rule").mustSatisfy("exactly one rule", () => rules.length === 1),
    ...rules.flatMap((rule) => drainRule(rule, path)),
    ...(context.estate.enclave.phase === "draining" ? [takesNothing(bucket, context)] : []),
  );
}

function takesNothing(bucket: Resource, { estate }: Context): Verdict {
  return judgeAttached(bucket, POLICY, (policy) =>
    policy.mustDeny(
      {
        principals: [{ kind: "anyone" }],
        actions: ["s3:PutObject"],
        resources: [`${String(bucket.attribute("arn"))}/*`],
        world: worldOf(estate, bucket.account),
      },
      "a denial of every upload but the drain's while the enclave is draining",
      beyond(policy.document, [byOperator(estate)]),
    ),
  );
}
