import type { Examples } from "../../examples";

const key = (attributes: Readonly<Record<string, unknown>>) => ({ aws_kms_key: { data: attributes } });

export const keySingleRegionExamples: Examples = {
  policy: "ENC-006",
  pass: {
    "the key says so": key({ multi_region: false }),
    "the key says nothing, which is AWS's default": key({}),
  },
  fail: {
    "the key is of several regions": key({ multi_region: true }),
    "it is a replica": { aws_kms_replica_key: { copy: { primary_key_arn: "arn:aws:kms:us-east-1:1:key/mrk-1" } } },
    "it is a replica of imported material": { aws_kms_replica_external_key: { copy: {} } },
    "its material is in a key store of its own": key({ custom_key_store_id: "cks-1" }),
    "its material is outside AWS": key({ xks_key_id: "external" }),
    "there is a key store at all": { aws_kms_custom_key_store: { hsm: { custom_key_store_name: "hsm" } } },
  },
  undecided: {
    "a variable decides": key({ multi_region: "${var.everywhere}" }),
  },
};
