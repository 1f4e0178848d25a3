import type { Examples } from "../../examples";

const enabled = { aws_ebs_encryption_by_default: { on: { enabled: true } } };
const key = { aws_kms_key: { own: {} } };
const byDefault = (key_arn: string) => ({ aws_ebs_default_kms_key: { own: { key_arn } } });

export const volumesEncryptedByDefaultExamples: Examples = {
  policy: "ACC-002",
  pass: {
    "the default is a key of the account": { ...enabled, ...key, ...byDefault("${aws_kms_key.own.arn}") },
    "it is enabled by what the provider does unasked": {
      ...key,
      ...byDefault("${aws_kms_key.own.arn}"),
      aws_ebs_encryption_by_default: { on: {} },
    },
  },
  fail: {
    "nothing is encrypted by default": { ...key, ...byDefault("${aws_kms_key.own.arn}") },
    "encryption is switched off": {
      ...key,
      ...byDefault("${aws_kms_key.own.arn}"),
      aws_ebs_encryption_by_default: { on: { enabled: false } },
    },
    "no key is named, so AWS takes its own": { ...enabled, ...key },
    "the key is in another region": {
      ...enabled,
      ...byDefault("arn:aws:kms:us-east-1:200000000002:key/00000000-0000-4000-8000-000000000000"),
    },
  },
  undecided: {
    "the key comes from a variable": { ...enabled, ...key, ...byDefault("${var.key}") },
    "the key comes through a function": {
      ...enabled,
      ...key,
      ...byDefault('${replace(aws_kms_key.own.arn, "a", "b")}'),
    },
  },
};
