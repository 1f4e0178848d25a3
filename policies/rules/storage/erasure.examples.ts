import type { Examples, Resources } from "../../examples";

const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration";
const LOCK = "aws_s3_bucket_object_lock_configuration";
const ending = (versions: Readonly<Record<string, unknown>>, rule: Readonly<Record<string, unknown>> = {}) => ({
  status: "Enabled",
  filter: {},
  noncurrent_version_expiration: [versions],
  ...rule,
});
const IN_TIME = ending({ noncurrent_days: 90 });
const bucket = (rule?: Readonly<Record<string, unknown>>, more: Resources = {}): Resources => ({
  aws_s3_bucket: { data: { bucket: "data" } },
  ...(rule ? { [LIFECYCLE]: { data: { bucket: "data", rule: [rule] } } } : {}),
  ...more,
});
const locked = (retention: Readonly<Record<string, unknown>>): Resources => ({
  [LOCK]: { data: { bucket: "data", rule: [{ default_retention: [{ mode: "COMPLIANCE", ...retention }] }] } },
});
const plan = (lifecycle: Readonly<Record<string, unknown>>): Resources => ({
  aws_backup_plan: { daily: { name: "daily", rule: [{ rule_name: "daily", lifecycle: [lifecycle] }] } },
});
const vault = (lock?: Readonly<Record<string, unknown>>): Resources => ({
  aws_backup_vault: { daily: { name: "daily" } },
  ...(lock
    ? {
        aws_backup_vault_lock_configuration: { daily: { backup_vault_name: "daily", changeable_for_days: 3, ...lock } },
      }
    : {}),
});
const one = (type: string, body: Readonly<Record<string, unknown>>): Resources => ({ [type]: { data: body } });
const measurements = (hours?: number, days?: number | string) =>
  one("aws_timestreamwrite_table", {
    database_name: "data",
    table_name: "data",
    ...(hours === undefined
      ? {}
      : {
          retention_properties: [
            { memory_store_retention_period_in_hours: hours, magnetic_store_retention_period_in_days: days },
          ],
        }),
  });

export const erasureExamples: Examples = {
  policy: "STO-016",
  pass: {
    "old versions go after three months": bucket(IN_TIME),
    "it is said on the bucket itself": one("aws_s3_bucket", {
      bucket: "data",
      lifecycle_rule: [{ enabled: true, noncurrent_version_expiration: [{ days: 30 }] }],
    }),
    "a lock opens after a month": bucket(IN_TIME, locked({ days: 30 })),
    "a backup is kept for five weeks": plan({ delete_after: 35 }),
    "nobody can keep a backup longer than three months": vault({ max_retention_days: 90 }),
    "a stream keeps a week": one("aws_kinesis_stream", { name: "data", retention_period: 168 }),
    "a stream keeps what AWS does by default": one("aws_kinesis_stream", { name: "data" }),
    "a video stream keeps nothing": one("aws_kinesis_video_stream", { name: "data" }),
    "measurements are kept for a month": measurements(24, 89),
    "events are kept for a month": one("aws_cloudwatch_event_archive", { name: "data", retention_days: 30 }),
  },
  fail: {
    "there is no lifecycle": bucket(),
    "old versions never go": bucket({ status: "Enabled", filter: {} }),
    "old versions go after a year": bucket(ending({ noncurrent_days: 365 })),
    "the newest old version is kept for ever": bucket(ending({ noncurrent_days: 30, newer_noncurrent_versions: 1 })),
    "the rule is off": bucket(ending({ noncurrent_days: 90 }, { status: "Disabled" })),
    "the rule covers a part of the objects": bucket(ending({ noncurrent_days: 90 }, { filter: { prefix: "tmp/" } })),
    "every object is locked for years": bucket(IN_TIME, locked({ years: 7 })),
    "every object is locked for a year": bucket(IN_TIME, locked({ days: 365 })),
    "a backup is kept for a year": plan({ delete_after: 365 }),
    "a backup is kept for ever": plan({}),
    "somebody can keep a backup for a year": vault({ max_retention_days: 366 }),
    "somebody can keep a backup for ever": vault({}),
    "nothing says how long somebody can keep a backup": vault(),
    "a stream keeps a year": one("aws_kinesis_stream", { name: "data", retention_period: 8760 }),
    "a video stream keeps a year": one("aws_kinesis_video_stream", { name: "data", data_retention_in_hours: 8760 }),
    "measurements are kept as AWS does by default": measurements(),
    "measurements are kept for three months and a day in two stores": measurements(24, 90),
    "events are kept for ever": one("aws_cloudwatch_event_archive", { name: "data" }),
    "events are kept for 0 days, which is for ever": one("aws_cloudwatch_event_archive", {
      name: "data",
      retention_days: 0,
    }),
  },
  undecided: {
    "the days come from a variable": bucket(ending({ noncurrent_days: "${var.days}" })),
    "an expression decides whether there is a lifecycle": bucket(undefined, {
      [LIFECYCLE]: { data: { count: "${var.lifecycles}", bucket: "data", rule: [IN_TIME] } },
    }),
    "how long a lock holds comes from a variable": bucket(IN_TIME, locked({ days: "${var.days}" })),
    "how long measurements are kept comes from a variable": measurements(24, "${var.days}"),
    "how long a backup is kept comes from a variable": plan({ delete_after: "${var.days}" }),
    "how long somebody can keep a backup comes from a variable": vault({ max_retention_days: "${var.days}" }),
  },
  notApplicable: {
    "it is a vault in the enclave, where nothing may be locked": {
      stacks: { enclave: { resource: { aws_backup_vault: { daily: { name: "daily" } } } } },
    },
  },
};
