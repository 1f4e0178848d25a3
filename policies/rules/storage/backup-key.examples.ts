import type { Examples, Resources } from "../../examples";

/** A vault under a key, and a table and a bucket under others. */
function backedUp(
  vault: string,
  { table = "${aws_kms_key.data.arn}", bucket = "${aws_kms_key.data.arn}" } = {},
): Resources {
  return {
    aws_kms_key: { data: {}, backups: {} },
    aws_backup_vault: { daily: { name: "daily", kms_key_arn: vault } },
    aws_dynamodb_table: { people: { name: "people", server_side_encryption: [{ enabled: true, kms_key_arn: table }] } },
    aws_s3_bucket: { files: { bucket: "files" } },
    aws_s3_bucket_server_side_encryption_configuration: {
      files: {
        bucket: "${aws_s3_bucket.files.bucket}",
        rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms", kms_master_key_id: bucket }] }],
      },
    },
    aws_kms_alias: { backups: { name: "alias/backups", target_key_id: "${aws_kms_key.backups.key_id}" } },
  };
}
const BACKUPS = "${aws_kms_key.backups.arn}";

export const backupKeyExamples: Examples = {
  policy: "STO-017",
  pass: {
    "the vault has a key of its own": backedUp(BACKUPS),
    "there is nothing to back up": {
      aws_kms_key: { backups: {} },
      aws_backup_vault: { daily: { name: "daily", kms_key_arn: BACKUPS } },
    },
    "it has no key of the account's own, which is not asked here": {
      aws_backup_vault: { daily: { name: "daily" } },
    },
  },
  fail: {
    "it is under the table's key": backedUp("${aws_kms_key.data.arn}", { bucket: "${aws_kms_key.other.arn}" }),
    "it is under the bucket's key": backedUp(BACKUPS, { bucket: "${aws_kms_key.backups.key_id}" }),
    "the table names its key by an alias": backedUp(BACKUPS, { table: "${aws_kms_alias.backups.arn}" }),
  },
  undecided: {
    "a variable names its key": backedUp("${var.key}"),
    "its key is not in the output": backedUp(
      "arn:aws:kms:eu-west-1:200000000002:key/00000000-0000-4000-8000-000000000009",
    ),
  },
};
