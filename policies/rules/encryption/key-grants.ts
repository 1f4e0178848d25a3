import type { EachResource } from "../../policy";
import { all, fail } from "../../verdict";
import { aboutKey, judgeKeyPolicy, KEY_TYPES } from "./key-policy";

const FOR_AWS = "kms:GrantIsForAWSResource";

export const keyGrants: EachResource = {
  kind: "each",
  id: "ENC-012",
  title: "Grants on a key are made by AWS services for their own resources alone",
  severity: "critical",
  controls: ["B15"],
  rationale:
    "A grant lets somebody use a key past its policy, in any account, and no policy shows it. Services need grants for volumes and tables; people do not.",
  remediation: "Build the key with DataKey and allowGrantsThrough; make no aws_kms_grant.",
  sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/grants.html"],
  construct: "encryption/key-policy",
  types: [...KEY_TYPES, "aws_kms_grant"],

  check(key, context) {
    const expected = "grants for AWS resources alone";
    if (key.type === "aws_kms_grant")
      return fail(key.root.at, `a grant to ${key.value("grantee_principal").legible}`, expected);
    const actions = ["kms:CreateGrant"];
    return judgeKeyPolicy(key, (policy) =>
      all(
        policy.mustNotGrant(aboutKey(key, context, { actions, context: { [FOR_AWS]: "absent" } }), expected),
        policy.mustNotGrant(aboutKey(key, context, { actions, context: { [FOR_AWS]: ["false"] } }), expected),
      ),
    );
  },
};
