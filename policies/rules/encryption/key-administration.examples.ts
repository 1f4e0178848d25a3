import type { Examples } from "../../examples";
import { policyOf } from "../example-policy";
import { ACCOUNT, administration, allow, DEPLOYER, keyWith, throughS3 } from "./example-key";

export const keyAdministrationExamples: Examples = {
  policy: "ENC-008",
  pass: {
    "one role administers and others use the key through S3": keyWith(administration, throughS3),
    "the policy is a resource of its own": {
      aws_kms_key: { data: {} },
      aws_kms_key_policy: { data: { key_id: "${aws_kms_key.data.key_id}", policy: policyOf(administration) } },
    },
  },
  fail: {
    "there is no policy, so that the account's root user has everything": { aws_kms_key: { data: {} } },
    "the account's root user has everything": keyWith(allow({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, "kms:*")),
    "the account administers, by its number": keyWith(allow({ AWS: ACCOUNT }, "kms:Put*")),
    "everybody of the account administers": keyWith(
      allow("*", "kms:PutKeyPolicy", { StringEquals: { "kms:CallerAccount": ACCOUNT } }),
    ),
    "a role of another account administers": keyWith(
      administration,
      allow({ AWS: "arn:aws:iam::100000000001:role/central" }, "kms:PutKeyPolicy"),
    ),
    "the administrator may decrypt": keyWith(administration, allow({ AWS: DEPLOYER }, "kms:Decrypt")),
    "the administrator may do everything but one thing": keyWith({
      Effect: "Allow",
      Principal: { AWS: DEPLOYER },
      NotAction: "kms:DescribeKey",
      Resource: "*",
    }),
  },
  undecided: {
    "the policy comes from a data source": {
      aws_kms_key: { data: { policy: "${data.aws_iam_policy_document.key.json}" } },
    },
    "the key has two policies": {
      aws_kms_key: { data: { policy: policyOf(administration) } },
      aws_kms_key_policy: { data: { key_id: "${aws_kms_key.data.id}", policy: policyOf(administration) } },
    },
  },
};
