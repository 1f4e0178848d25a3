import type { Examples, Resources } from "../../examples";

const table = (point_in_time_recovery: unknown) => ({
  aws_dynamodb_table: { people: { name: "people", point_in_time_recovery } },
});
const bucket = { aws_s3_bucket: { data: { bucket: "data" } } };
const selection = (more: Readonly<Record<string, unknown>>): Resources => ({
  aws_backup_plan: { daily: { name: "daily" } },
  aws_backup_selection: { stores: { plan_id: "${aws_backup_plan.daily.id}", ...more } },
});
const STORES = ["${aws_dynamodb_table.people.arn}", "arn:aws:s3:::data"];

export const recoveryExamples: Examples = {
  policy: "STO-006",
  pass: {
    "table and bucket are selected, and the table keeps every moment": {
      ...table({ enabled: true }),
      ...bucket,
      ...selection({ resources: STORES }),
    },
    "a pattern selects it": { ...bucket, ...selection({ resources: ["arn:aws:s3:::*"] }) },
    "its tag selects it": {
      aws_s3_bucket: { data: { bucket: "data", tags: { backup: "daily" } } },
      ...selection({ selection_tag: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }] }),
    },
    "a cache keeps its own snapshots": { aws_memorydb_cluster: { sessions: { snapshot_retention_limit: 7 } } },
  },
  fail: {
    "the table keeps no moments": { ...table(undefined), ...selection({ resources: STORES }) },
    "the table keeps every moment of a day": {
      ...table({ enabled: true, recovery_period_in_days: 1 }),
      ...selection({ resources: STORES }),
    },
    "the table turns them off": { ...table({ enabled: false }), ...selection({ resources: STORES }) },
    "the database keeps a day": {
      aws_rds_cluster: { people: { cluster_identifier: "people", backup_retention_period: 1 } },
      ...selection({ resources: ["*"] }),
    },
    "nothing backs it up": bucket,
    "another bucket is selected": { ...bucket, ...selection({ resources: ["arn:aws:s3:::other"] }) },
    "it is selected and excluded": {
      ...bucket,
      ...selection({ resources: ["*"], not_resources: ["arn:aws:s3:::data"] }),
    },
    "the plan is not in this output": {
      ...bucket,
      aws_backup_selection: { stores: { plan_id: "another-plan", resources: STORES } },
    },
  },
  undecided: {
    "the selection comes from a variable": { ...bucket, ...selection({ resources: "${var.stores}" }) },
    "a variable decides whether every moment is kept": {
      ...table({ enabled: "${var.keep}" }),
      ...selection({ resources: STORES }),
    },
    "a further condition narrows the selection": {
      ...bucket,
      ...selection({ resources: ["*"], condition: [{ string_equals: [{ key: "aws:ResourceTag/a", value: "b" }] }] }),
    },
  },
  notApplicable: {
    "it is the enclave's, which leaves nothing behind": { stacks: { enclave: { resource: bucket } } },
    "what it holds is public": { aws_s3_bucket: { leaflets: { bucket: "a", tags: { "data-class": "public" } } } },
  },
};
