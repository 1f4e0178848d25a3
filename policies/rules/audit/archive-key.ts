import type { EachResource } from "../../policy";
import { all, type Verdict } from "../../verdict";
import { judgeAttached, type AttachedPolicy } from "../attached-policy";
import { worldOf } from "../estate-world";
import { ifDeclared, type Kept } from "./archive";
import { KEY_POLICY } from "./key-policy";
import { PRODUCERS, requestOf } from "./producers";

export const archiveKey: EachResource = {
  kind: "each",
  id: "AUD-015",
  title: "An archive's key encrypts for its own account's producers, and for no account but the monitor's otherwise",
  severity: "critical",
  controls: ["B12", "B16", "D27", "D28", "D30", "D31"],
  rationale:
    "Whoever can decrypt the archive can read what everybody did. A producer that cannot use the key delivers nothing, and nobody notices.",
  remediation: "Build the key with ArchiveKey: each service is bound by its source, and no account is named.",
  sources: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html",
  ],
  construct: "audit/archive-key",
  types: ["aws_kms_key"],

  check(key, context) {
    return ifDeclared(
      key,
      context,
      ({ sinks }) => key.has("arn", sinks.keyArn),
      (kept) => judgeAttached(key, KEY_POLICY, (policy) => all(serves(policy, kept), closes(policy, kept))),
    );
  },
};

function serves(policy: AttachedPolicy, kept: Kept): Verdict {
  const world = worldOf(kept.estate, kept.sinks.place.account);
  const [first, ...others] = PRODUCERS.flatMap((producer) =>
    producer.usesKey.map((action) => policy.mustAllow(requestOf(producer, kept, action, kept.sinks.keyArn), world)),
  );
  return all(first!, ...others);
}

function closes(policy: AttachedPolicy, { source, sinks, estate }: Kept): Verdict {
  const { account } = sinks.place;
  const question = { actions: ["kms:*"], resources: [sinks.keyArn], world: worldOf(estate, account) };
  return all(
    policy.mustNotGrant(
      {
        ...question,
        principals: [{ kind: "anonymous" }, { kind: "federated" }, { kind: "outside", accounts: [account] }],
      },
      "no principal of another account than the monitor's",
    ),
    policy.mustNotGrant(
      {
        ...question,
        principals: [{ kind: "service" }],
        sources: [{ kind: "none" }, { kind: "outside", accounts: [source.account] }],
      },
      `no service on behalf of others than ${source.account}`,
    ),
  );
}
