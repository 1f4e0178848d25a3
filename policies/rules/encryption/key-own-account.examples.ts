import type { Examples } from "../../examples";
import { policyOf } from "../example-policy";
import { ACCOUNT, administration, allow, keyWith, throughS3 } from "./example-key";

const WRITER = "arn:aws:iam::500000000005:role/clover-local-enclave-drain";
const drain = (actions: readonly string[], role = WRITER) =>
  allow({ AWS: "arn:aws:iam::500000000005:root" }, actions, {
    ArnEquals: { "aws:PrincipalArn": role },
    StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
  });
const target = (statement: Readonly<Record<string, unknown>>) => ({
  aws_kms_key: { data: { policy: policyOf(administration, statement) } },
  aws_kms_alias: {
    data: { name: "alias/clover-local-dublin-user-data", target_key_id: "${aws_kms_key.data.key_id}" },
  },
});

export const keyOwnAccountExamples: Examples = {
  policy: "ENC-010",
  pass: {
    "principals of the account alone are let in": keyWith(administration, throughS3),
    "the declared drain encrypts": target(drain(["kms:Encrypt", "kms:GenerateDataKey"])),
  },
  fail: {
    "a role of another account decrypts": keyWith(allow({ AWS: "arn:aws:iam::700000000007:role/a" }, "kms:Decrypt")),
    "another account is let in by its number": keyWith(allow({ AWS: "700000000007" }, "kms:Encrypt")),
    "everybody is, through a service": keyWith(
      allow("*", "kms:Decrypt", { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } }),
    ),
    "everybody but one is": keyWith({
      Effect: "Allow",
      NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: "kms:Decrypt",
      Resource: "*",
    }),
    "the declared drain decrypts": target(drain(["kms:Decrypt"])),
    "another role of the enclave encrypts": target(drain(["kms:Encrypt"], WRITER.replace("-drain", "-other"))),
    "the drain encrypts under a key that is not its target's": keyWith(administration, drain(["kms:Encrypt"])),
  },
  undecided: {
    "the account comes from a variable": keyWith(allow({ AWS: "arn:aws:iam::${var.account}:role/a" }, "kms:Decrypt")),
  },
};
