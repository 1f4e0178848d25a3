import type { Examples } from "../../examples";
import { bucketWith, encryption, monitorWith, SAMPLE, versioning } from "./example-archive";

const rule = {
  status: "Enabled",
  filter: {},
  source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } },
  destination: {
    bucket: `arn:aws:s3:::${SAMPLE.archive}`,
    encryption_configuration: { replica_kms_key_id: SAMPLE.key },
  },
};
const intake = (companions: Readonly<Record<string, object | undefined>> = {}) =>
  bucketWith(SAMPLE.intake, {
    aws_s3_bucket_versioning: versioning,
    aws_s3_bucket_server_side_encryption_configuration: encryption(),
    aws_s3_bucket_replication_configuration: { rule: [rule] },
    ...companions,
  });
const rules = (...rule: readonly object[]) =>
  monitorWith(intake({ aws_s3_bucket_replication_configuration: { rule } }));
const destination = (changes: object) => rules({ ...rule, destination: { ...rule.destination, ...changes } });

export const intakeReplicationExamples: Examples = {
  policy: "AUD-012",
  pass: {
    "everything is replicated into the archive": monitorWith(intake()),
    "the archive's owner is named": destination({ account: "900000000009" }),
  },
  fail: {
    "nothing is replicated": monitorWith(intake({ aws_s3_bucket_replication_configuration: undefined })),
    "the rule is off": rules({ ...rule, status: "Disabled" }),
    "some names alone are replicated": rules({ ...rule, filter: { prefix: "dublin/AWSLogs/" } }),
    "some tags alone are replicated": rules({ ...rule, filter: { tag: { key: "keep", value: "yes" } } }),
    "what a key encrypts is left out": rules({ ...rule, source_selection_criteria: null }),
    "another rule wins": rules(rule, { ...rule, priority: 2, destination: { bucket: "arn:aws:s3:::elsewhere" } }),
    "it goes to another bucket": destination({ bucket: "arn:aws:s3:::elsewhere" }),
    "it is given to another account": destination({ account: "999999999999" }),
    "the replica's key is another": destination({
      encryption_configuration: { replica_kms_key_id: SAMPLE.key.replace(/3$/, "4") },
    }),
    "versions are not kept, without which nothing is replicated": monitorWith(
      intake({ aws_s3_bucket_versioning: undefined }),
    ),
    "default retention keeps Config from delivering": monitorWith(
      intake({
        aws_s3_bucket_object_lock_configuration: { rule: { default_retention: { mode: "COMPLIANCE", days: 365 } } },
      }),
    ),
  },
  undecided: {
    "the rules come from a variable": monitorWith(
      intake({ aws_s3_bucket_replication_configuration: { rule: "${var.rules}" } }),
    ),
    "the filter comes from a variable": rules({ ...rule, filter: { prefix: "${var.prefix}" } }),
  },
  notApplicable: {
    "the bucket is no intake": monitorWith({ aws_s3_bucket: { other: { bucket: "other" } } }),
  },
};
