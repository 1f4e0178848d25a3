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

/** The bucket that the enclave is drained into, with a second rule. */
const home = (rule: Readonly<Record<string, unknown>>, phase: "draining" | "retired" = "draining") => ({
  stacks: {
    dublin: {
      resource: {
        aws_s3_bucket: { data: { bucket: "clover-local-dublin-user-data-200000000002" } },
        aws_s3_bucket_versioning: {
          data: { bucket: "${aws_s3_bucket.data.id}", versioning_configuration: { status: "Enabled" } },
        },
        aws_s3_bucket_lifecycle_configuration: {
          data: {
            bucket: "${aws_s3_bucket.data.id}",
            rule: [
              { status: "Enabled", filter: {}, ...abort },
              { status: "Enabled", expiration: [{ days: 30 }], ...rule },
            ],
          },
        },
      },
    },
  },
  enclave: { phase },
});

export const bucketVersionsExamples: Examples = {
  policy: "STO-005",
  pass: {
    "versions are kept and uploads tidied up": bucket(VERSIONING, lifecycle(abort)),
    "an older version goes after three months": bucket(
      VERSIONING,
      lifecycle({ ...abort, noncurrent_version_expiration: [{ noncurrent_days: 90 }] }),
    ),
    "the export of the enclave's table goes after a month": home({ filter: { prefix: "enclave-table/" } }),
    "the drain's record goes once the enclave is retired": home({ filter: { prefix: "enclave-drained/" } }, "retired"),
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
    "the drain's record goes while it says what is not brought again": home({ filter: { prefix: "enclave-drained/" } }),
    "people's data goes with the export of the enclave's table": home({ filter: { prefix: "enclave" } }),
    "people's data goes under the export's prefix in another bucket": bucket(
      VERSIONING,
      lifecycle({ ...abort, filter: { prefix: "enclave-table/" }, expiration: [{ days: 30 }] }),
    ),
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
    "a variable says what goes": home({ filter: { prefix: "${var.prefix}" } }),
    "the status comes from a variable": bucket(
      { aws_s3_bucket_versioning: { data: { bucket: "data", versioning_configuration: { status: "${var.status}" } } } },
      lifecycle(abort),
    ),
    "the rules come from an expression": bucket(VERSIONING, {
      aws_s3_bucket_lifecycle_configuration: { data: { bucket: "data", rule: "${local.rules}" } },
    }),
  },
};
