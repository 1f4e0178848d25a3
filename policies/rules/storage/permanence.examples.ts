import type { Examples } from "../../examples";

const KEPT = { lifecycle: { prevent_destroy: true } };
const bucket = (more: Readonly<Record<string, unknown>>) => ({ aws_s3_bucket: { data: { bucket: "data", ...more } } });
const table = (more: Readonly<Record<string, unknown>>) => ({
  aws_dynamodb_table: { people: { name: "people", ...more } },
});

export const permanenceExamples: Examples = {
  policy: "STO-010",
  pass: {
    "a bucket cannot be destroyed": bucket(KEPT),
    "a table cannot be destroyed or deleted": table({ ...KEPT, deletion_protection_enabled: true }),
    "a key cannot be destroyed": { aws_kms_key: { data: KEPT } },
  },
  fail: {
    "Terraform may destroy it": bucket({}),
    "Terraform may destroy it with what is in it": bucket({ ...KEPT, force_destroy: true }),
    "a table has no deletion protection": table(KEPT),
    "a database leaves no last snapshot": {
      aws_rds_cluster: { people: { ...KEPT, deletion_protection: true, skip_final_snapshot: true } },
    },
    "a secret is gone at once": { aws_secretsmanager_secret: { api: { ...KEPT, recovery_window_in_days: 0 } } },
    "Terraform may destroy a key": { aws_kms_key: { data: { lifecycle: { prevent_destroy: false } } } },
  },
  undecided: {
    "a variable decides": table({ ...KEPT, deletion_protection_enabled: "${var.protect}" }),
  },
  notApplicable: {
    "it is the enclave's, which has to end": { stacks: { enclave: { resource: bucket({}) } } },
    "what it holds is not restricted": bucket({ tags: { "data-class": "aggregated" } }),
  },
};
