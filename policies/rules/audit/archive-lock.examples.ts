import type { Examples } from "../../examples";
import { bucketWith, encryption, monitorWith, SAMPLE, versioning } from "./example-archive";

const retained = (default_retention: object) => ({ rule: { default_retention } });
const archive = (companions: Readonly<Record<string, object | undefined>> = {}, own: object = {}) =>
  bucketWith(
    SAMPLE.archive,
    {
      aws_s3_bucket_object_lock_configuration: retained({ mode: "COMPLIANCE", days: 365 }),
      aws_s3_bucket_versioning: versioning,
      aws_s3_bucket_server_side_encryption_configuration: encryption(),
      ...companions,
    },
    { object_lock_enabled: true, ...own },
  );
const lock = (default_retention: object) =>
  monitorWith(archive({ aws_s3_bucket_object_lock_configuration: retained(default_retention) }));

export const archiveLockExamples: Examples = {
  policy: "AUD-011",
  pass: {
    "it is locked in compliance mode for as long as declared": monitorWith(archive()),
    "it is locked for longer": lock({ mode: "COMPLIANCE", years: 7 }),
  },
  fail: {
    "nothing locks it": monitorWith(archive({ aws_s3_bucket_object_lock_configuration: undefined })),
    "it was made without locks": monitorWith(archive({}, { object_lock_enabled: false })),
    "some may lift the lock": lock({ mode: "GOVERNANCE", days: 365 }),
    "the lock ends too early": lock({ mode: "COMPLIANCE", days: 364 }),
    "no retention is the default": monitorWith(archive({ aws_s3_bucket_object_lock_configuration: {} })),
    "versions are not kept": monitorWith(
      archive({ aws_s3_bucket_versioning: { versioning_configuration: { status: "Suspended" } } }),
    ),
    "it has no key": monitorWith(archive({ aws_s3_bucket_server_side_encryption_configuration: undefined })),
    "its key is another archive's": monitorWith(
      archive({ aws_s3_bucket_server_side_encryption_configuration: encryption(SAMPLE.key.replace(/3$/, "4")) }),
    ),
    "it is in an account of the operator's": { stacks: { dublin: { resource: archive() } } },
    "server access logs are sent there, and lost": monitorWith({
      ...archive(),
      aws_s3_bucket_logging: { own: { bucket: "own", target_bucket: "${aws_s3_bucket.kept.bucket}" } },
    }),
    "Config delivers there, and is refused": monitorWith({
      ...archive(),
      aws_config_delivery_channel: { all: { s3_bucket_name: "${aws_s3_bucket.kept.bucket}" } },
    }),
  },
  undecided: {
    "the mode comes from a variable": lock({ mode: "${var.mode}", days: 365 }),
    "the retention comes from a variable": lock({ mode: "COMPLIANCE", days: "${var.days}" }),
    "two configurations are there, of which one wins": monitorWith({
      ...archive(),
      aws_s3_bucket_object_lock_configuration: {
        one: { bucket: "${aws_s3_bucket.kept.bucket}", ...retained({ mode: "COMPLIANCE", days: 365 }) },
        other: { bucket: "${var.bucket}", ...retained({ mode: "GOVERNANCE", days: 1 }) },
      },
    }),
    "the bucket's name comes from a variable": monitorWith(archive({}, { bucket: "${var.archive}" })),
  },
  notApplicable: {
    "the bucket is no archive": monitorWith({ aws_s3_bucket: { other: { bucket: "other" } } }),
  },
};
