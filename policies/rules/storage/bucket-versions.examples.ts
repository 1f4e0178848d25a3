import type { Examples, Resources } from "../../examples";

const VERSIONING = {
  aws_s3_bucket_versioning: { data: { bucket: "data", versioning_configuration: { status: "Enabled" } } },
};
const abort = { abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }] };
const lifecycle = (rule: Readonly<Record<string, unknown>>) => ({
  aws_s3_bucket_lifecycle_configuration: {
    data: { bucket: "data", rule: [{ status: "Enabled", filter: {}, ...rule }] },
  },
});
const bucket = (...parts: readonly Resources[]) => ({
  aws_s3_bucket: { data: { bucket: "data" } },
  ...Object.assign({}, ...parts),
});

export const bucketVersionsExamples: Examples = {
  policy: "STO-005",
  pass: {
    "versions are kept and uploads tidied up": bucket(VERSIONING, lifecycle(abort)),
    "an older version goes after three months": bucket(
      VERSIONING,
      lifecycle({ ...abort, noncurrent_version_expiration: [{ noncurrent_days: 90 }] }),
    ),
    "both stand on the bucket itself": {
      aws_s3_bucket: {
        data: {
          bucket: "data",
          versioning: { enabled: true },
          lifecycle_rule: [{ enabled: true, abort_incomplete_multipart_upload_days: 7 }],
        },
      },
    },
  },
  fail: {
    "nothing is said of versions": bucket(lifecycle(abort)),
    "versions are suspended": bucket(
      { aws_s3_bucket_versioning: { data: { bucket: "data", versioning_configuration: { status: "Suspended" } } } },
      lifecycle(abort),
    ),
    "there is no lifecycle": bucket(VERSIONING),
    "people's data goes after a year": bucket(VERSIONING, lifecycle({ ...abort, expiration: [{ days: 365 }] })),
    "an older version goes the next day": bucket(
      VERSIONING,
      lifecycle({ ...abort, noncurrent_version_expiration: [{ noncurrent_days: 1 }] }),
    ),
    "the rule is off": bucket(VERSIONING, lifecycle({ ...abort, status: "Disabled" })),
    "the rule covers a part of the objects": bucket(VERSIONING, lifecycle({ ...abort, filter: { prefix: "logs/" } })),
    "the rule covers one tag": bucket(VERSIONING, lifecycle({ ...abort, filter: { tag: { key: "a", value: "b" } } })),
    "the rule only expires": bucket(VERSIONING, lifecycle({ expiration: [{ days: 30 }] })),
  },
  undecided: {
    "whether people's data has an end comes from a variable": bucket(
      VERSIONING,
      lifecycle({ ...abort, expiration: [{ days: "${var.days}" }] }),
    ),
    "the status comes from a variable": bucket(
      { aws_s3_bucket_versioning: { data: { bucket: "data", versioning_configuration: { status: "${var.status}" } } } },
      lifecycle(abort),
    ),
    "the rules come from an expression": bucket(VERSIONING, {
      aws_s3_bucket_lifecycle_configuration: { data: { bucket: "data", rule: "${local.rules}" } },
    }),
  },
};
