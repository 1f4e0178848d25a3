import type { Examples } from "../../examples";
import { ACCOUNT, administration, allow, keyWith, throughS3 } from "./example-key";

const create = (Condition: Readonly<Record<string, unknown>>) =>
  allow("*", "kms:CreateGrant", { StringEquals: { "kms:CallerAccount": ACCOUNT }, ...Condition });

export const keyGrantsExamples: Examples = {
  policy: "ENC-012",
  pass: {
    "no grant can be made": keyWith(administration, throughS3),
    "grants are for AWS resources": keyWith(create({ Bool: { "kms:GrantIsForAWSResource": "true" } })),
  },
  fail: {
    "grants can be for anybody": keyWith(create({})),
    "the condition holds where nothing is said": keyWith(
      create({ BoolIfExists: { "kms:GrantIsForAWSResource": "true" } }),
    ),
    "a wildcard allows it": keyWith(allow({ AWS: `arn:aws:iam::${ACCOUNT}:role/a` }, "kms:Create*")),
    "Terraform makes one": {
      aws_kms_grant: { people: { grantee_principal: "arn:aws:iam::700000000007:role/a", operations: ["Decrypt"] } },
    },
  },
  undecided: {
    "the condition comes from a variable": keyWith(create({ Bool: { "kms:GrantIsForAWSResource": "${var.aws}" } })),
  },
};
