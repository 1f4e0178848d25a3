import type { Examples } from "../../examples";

const serving = (resource: Readonly<Record<string, unknown>>) => ({ stacks: { enclave: { resource } } });
const enclave = (resource: Readonly<Record<string, unknown>>) => ({
  ...serving(resource),
  enclave: { phase: "draining" } as const,
});
const table = (more: Readonly<Record<string, unknown>>) =>
  enclave({ aws_dynamodb_table: { t: { name: "t", ...more } } });
const bucket = (more: Readonly<Record<string, unknown>>) => enclave({ aws_s3_bucket: { b: { bucket: "b", ...more } } });

export const destroyableExamples: Examples = {
  policy: "ENV-002",
  pass: {
    "nothing keeps a table": table({ deletion_protection_enabled: false }),
    "a bucket goes with what is in it": bucket({ force_destroy: true }),
    "a bucket is kept while the enclave serves": serving({
      aws_s3_bucket: { b: { bucket: "b", lifecycle: { prevent_destroy: true } } },
    }),
  },
  fail: {
    "a table is protected": table({ deletion_protection_enabled: true }),
    "Terraform refuses to destroy it": table({ lifecycle: { prevent_destroy: true } }),
    "a bucket waits until somebody empties it": bucket({}),
    "a bucket's objects are write-once": bucket({ force_destroy: true, object_lock_enabled: true }),
    "a bucket is locked": enclave({ aws_s3_bucket_object_lock_configuration: { l: { bucket: "b" } } }),
    "a vault is locked": enclave({ aws_backup_vault_lock_configuration: { l: { backup_vault_name: "v" } } }),
    "a table is protected while the enclave serves": serving({
      aws_dynamodb_table: { t: { name: "t", deletion_protection_enabled: true } },
    }),
    "a bucket is locked while the enclave serves": serving({
      aws_s3_bucket_object_lock_configuration: { l: { bucket: "b" } },
    }),
    "a ledger is protected unasked": enclave({ aws_qldb_ledger: { l: { permissions_mode: "STANDARD" } } }),
    "a log group is left behind": enclave({ aws_cloudwatch_log_group: { l: { name: "l", skip_destroy: true } } }),
    "its key cannot be destroyed": enclave({
      aws_kms_key: { k: { lifecycle: { prevent_destroy: true } } },
      aws_cloudwatch_log_group: { l: { name: "l", kms_key_id: "${aws_kms_key.k.arn}" } },
    }),
  },
  undecided: {
    "a variable decides whether it is protected": table({ deletion_protection_enabled: "${var.protect}" }),
    "an expression decides whether it is locked": enclave({
      aws_s3_bucket_object_lock_configuration: { l: { bucket: "b", count: "${var.locks}" } },
    }),
  },
  notApplicable: {
    "it is a site's": { aws_dynamodb_table: { t: { name: "t", deletion_protection_enabled: true } } },
    "it holds audit records": table({ deletion_protection_enabled: true, tags: { "data-class": "audit" } }),
  },
};
