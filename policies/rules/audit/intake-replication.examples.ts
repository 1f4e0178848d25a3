import type { Examples } from "../../examples";
import { policyJson, trustJson } from "../identity/example-trust";
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
const ROLE = "${aws_iam_role.replication.arn}";
const allow = (Action: readonly string[], Resource: string) => ({ Effect: "Allow", Action, Resource });
const READ = [
  allow(["s3:GetReplicationConfiguration", "s3:ListBucket"], `arn:aws:s3:::${SAMPLE.intake}`),
  allow(["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl"], `arn:aws:s3:::${SAMPLE.intake}/*`),
];
const WRITE = allow(["s3:ReplicateObject"], `arn:aws:s3:::${SAMPLE.archive}/*`);
const KEY = {
  ...allow(["kms:Decrypt", "kms:Encrypt"], SAMPLE.key),
  Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-2.amazonaws.com" } },
};

interface Role {
  readonly statements?: readonly object[];
  readonly trusts?: string;
}

const intake = (companions: Readonly<Record<string, object | undefined>> = {}, role: Role = {}) => ({
  ...bucketWith(SAMPLE.intake, {
    aws_s3_bucket_versioning: versioning,
    aws_s3_bucket_server_side_encryption_configuration: encryption(),
    aws_s3_bucket_replication_configuration: { rule: [rule], role: ROLE },
    ...companions,
  }),
  aws_iam_role: {
    replication: { name: "replication", assume_role_policy: trustJson({ Service: role.trusts ?? "s3.amazonaws.com" }) },
  },
  aws_iam_role_policy: {
    replication: {
      role: "${aws_iam_role.replication.name}",
      policy: policyJson(...(role.statements ?? [...READ, WRITE, KEY])),
    },
  },
});
const inRole = (role: Role) => monitorWith(intake({}, role));
const rules = (...rule: readonly object[]) =>
  monitorWith(intake({ aws_s3_bucket_replication_configuration: { rule, role: ROLE } }));
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
    "the role may not write into the archive": inRole({ statements: [...READ, KEY] }),
    "the role may not read what is delivered": inRole({ statements: [WRITE, KEY] }),
    "the role may not use the key": inRole({ statements: [...READ, WRITE] }),
    "the role is denied the archive": inRole({ statements: [...READ, WRITE, KEY, { ...WRITE, Effect: "Deny" }] }),
    "S3 cannot take on the role": inRole({ trusts: "lambda.amazonaws.com" }),
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
    "the role is not in the output": monitorWith(
      intake({ aws_s3_bucket_replication_configuration: { rule: [rule], role: "${var.role}" } }),
    ),
    "the rules come from a variable": monitorWith(
      intake({ aws_s3_bucket_replication_configuration: { rule: "${var.rules}", role: ROLE } }),
    ),
    "the filter comes from a variable": rules({ ...rule, filter: { prefix: "${var.prefix}" } }),
  },
  notApplicable: {
    "the bucket is no intake": monitorWith({ aws_s3_bucket: { other: { bucket: "other" } } }),
  },
};
