import type { Examples } from "../../examples";

const key = { aws_kms_key: { own: {} } };
const ARN = "${aws_kms_key.own.arn}";
const foreign = (place: string) => `arn:aws:kms:${place}:key/00000000-0000-4000-8000-000000000001`;
const table = (kms_key_arn: unknown, enabled: unknown = true) => ({
  ...key,
  aws_dynamodb_table: { people: { name: "people", server_side_encryption: { enabled, kms_key_arn } } },
});
const volume = { aws_ebs_volume: { data: { availability_zone: "eu-west-1a", size: 8 } } };
const byDefault = (enabled: boolean) => ({
  ...key,
  aws_ebs_default_kms_key: { account: { key_arn: ARN } },
  aws_ebs_encryption_by_default: { account: { enabled } },
});

export const dataOwnKeyExamples: Examples = {
  policy: "ENC-002",
  pass: {
    "a key of the same stack is named": table(ARN),
    "an alias of the key is named": {
      ...key,
      aws_kms_alias: { own: { name: "alias/own", target_key_id: "${aws_kms_key.own.key_id}" } },
      aws_sqs_queue: { orders: { kms_master_key_id: "alias/own" } },
    },
    "its owner has the key": {
      ...key,
      aws_rds_cluster: { people: { cluster_identifier: "people", storage_encrypted: true, kms_key_id: ARN } },
      aws_rds_cluster_instance: { one: { cluster_identifier: "${aws_rds_cluster.people.id}" } },
    },
    "the account encrypts by default, with its own key": { ...volume, ...byDefault(true) },
    "audit data is encrypted with the monitor's declared key": {
      aws_sqs_queue: {
        audit: {
          kms_master_key_id: "arn:aws:kms:eu-west-2:900000000009:key/00000000-0000-4000-8000-000000000103",
          tags: { "data-class": "audit" },
        },
      },
    },
  },
  fail: {
    "no key is named, so AWS uses its own": { aws_sqs_queue: { orders: { sqs_managed_sse_enabled: true } } },
    "the key is AWS-managed": { aws_sqs_queue: { orders: { kms_master_key_id: "alias/aws/sqs" } } },
    "the key is another account's": {
      aws_sqs_queue: { orders: { kms_master_key_id: foreign("eu-west-1:100000000001") } },
    },
    "the key is another region's": {
      aws_sqs_queue: { orders: { kms_master_key_id: foreign("us-east-1:200000000002") } },
    },
    "restricted data is encrypted with the monitor's key": {
      aws_sqs_queue: {
        orders: { kms_master_key_id: "arn:aws:kms:eu-west-2:900000000009:key/00000000-0000-4000-8000-000000000103" },
      },
    },
    "a key is named and encryption is off": table(ARN, false),
    "its owner has none": {
      aws_rds_cluster: { people: { cluster_identifier: "people" } },
      aws_rds_cluster_instance: { one: { cluster_identifier: "people" } },
    },
    "the account has a default key and does not encrypt by default": { ...volume, ...byDefault(false) },
    "the service takes no customer-managed key": { aws_glacier_vault: { old: { name: "old" } } },
  },
  undecided: {
    "the key comes from a variable": table("${var.key}"),
    "the key comes through a function": table('${replace(aws_kms_key.own.arn, "a", "b")}'),
    "what it was made from is not in this output": {
      aws_db_instance: { copy: { snapshot_identifier: "rds:people-2026-11-24" } },
    },
  },
  notApplicable: {
    "what it holds is public": { aws_glacier_vault: { leaflets: { name: "a", tags: { "data-class": "public" } } } },
  },
};
