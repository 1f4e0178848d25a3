import type { Block, Mutation } from "./mutation";
import { denied } from "./ways";

const REPLICATION = "aws_s3_bucket_replication_configuration";

function changed(policy: string, type: string, path: string, title: string, change: (block: Block) => void): Mutation {
  return {
    title,
    policy,
    stack: "enclave",
    at: (output) => output.address("enclave", type, path),
    type,
    break: (output) => change(output.resource("enclave", type, path)),
  };
}

function added(policy: string, stack: string, type: string, title: string, block: Block): Mutation {
  return {
    title,
    policy,
    stack,
    at: () => `${type}.added`,
    type,
    break: (output) => output.add(stack, type, "added", block),
  };
}

/** Of the estate in which the enclave is draining. */
const draining = (mutation: Mutation): Mutation => ({ ...mutation, phase: "draining" });

type Restatement = (statements: Record<string, any>[]) => Record<string, any>[];

/** A change to the statements of the policy that stands in a resource. */
function restated(policy: string, type: string, path: string, title: string, change: Restatement): Mutation {
  return {
    ...changed(policy, type, path, title, () => undefined),
    break: (output) => {
      output.document(output.resource("enclave", type, path), "policy", (document) => {
        document.Statement = change(document.Statement);
      });
    },
  };
}
const without = (sid: string) => (statements: Record<string, any>[]) => statements.filter(({ Sid }) => Sid !== sid);
const exceptFor = (sid: string, arn: string) => (statements: Record<string, any>[]) =>
  statements.map((statement) =>
    statement["Sid"] === sid
      ? { ...statement, Condition: { ...statement["Condition"], ArnNotEquals: { "aws:PrincipalArn": arn } } }
      : statement,
  );
/** A role of the drain may no longer do what the drain needs of it. */
function unable(role: string, ...change: readonly [type: string, path: string, title: string, change: Restatement]) {
  return draining({
    ...restated("ENV-011", ...change),
    at: (output) => output.address("enclave", "aws_iam_role", `drain-roles/${role}`),
  });
}

const SOMEBODY = "arn:aws:iam::500000000005:role/somebody";

function drain(title: string, change: (rule: Block, replication: Block) => void): Mutation {
  return changed("ENV-004", REPLICATION, "", title, (block) => change(block["rule"][0], block));
}

/** What stands in the way of the drain's role; the finding is at the role. */
const stopped = (stack: string, type: string, path: string, title: string, sid: string): Mutation => ({
  title,
  policy: "ENV-004",
  stack: "enclave",
  type,
  at: (output) => output.address("enclave", "aws_iam_role", "user-data/drain/role"),
  break: (output) =>
    output.document(output.resource(stack, type, path), "policy", (document) => {
      document.Statement = without(sid)(document.Statement);
    }),
});

const stops: readonly Mutation[] = [
  stopped(
    "enclave",
    "aws_iam_role_policy",
    "user-data/drain/policy",
    "the drain may write no replica",
    "WriteReplicas",
  ),
  stopped("dublin", "aws_s3_bucket_policy", "user-data", "the target's bucket takes no replica", "Replicas"),
  stopped("dublin", "aws_kms_key", "user-data/key", "the target's key encrypts no replica", "EnclaveReplicas"),
  denied("enclave", "ENV-004", "a guardrail lets nobody replicate", { Action: "s3:ReplicateObject" }),
  changed("ENV-004", "aws_iam_role", "user-data/drain/role", "S3 does not act in the drain's role", (role) => {
    role["assume_role_policy"] = JSON.stringify({ Version: "2012-10-17", Statement: [] });
  }),
];

const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration";

/** The lifecycle of one end of the drain; the finding is at the bucket. */
function lifecycle(stack: string, title: string, change: (rules: Block[]) => Block[]): Mutation {
  return {
    title,
    policy: "ENV-012",
    stack,
    type: LIFECYCLE,
    at: (output) => output.address(stack, "aws_s3_bucket", "user-data"),
    break: (output) => {
      const block = output.resource(stack, LIFECYCLE, "user-data");
      block["rule"] = change(block["rule"]);
    },
  };
}
const withoutRule = (id: string) => (rules: Block[]) => rules.filter((rule) => rule["id"] !== id);
const exported = (more: Block) => (rules: Block[]) =>
  rules.map((rule) => (rule["id"] === "drain-export" ? { ...rule, ...more } : rule));

const leftovers: readonly Mutation[] = [
  lifecycle("dublin", "the table's export stays at home", withoutRule("drain-export")),
  lifecycle("enclave", "the table's export stays in the enclave", withoutRule("drain-export")),
  lifecycle("dublin", "the export stays at home for a year", exported({ expiration: [{ days: 365 }] })),
  lifecycle(
    "dublin",
    "the export's old versions stay at home",
    exported({ noncurrent_version_expiration: [{ noncurrent_days: 90 }] }),
  ),
  lifecycle("dublin", "the export's end is switched off", exported({ status: "Disabled" })),
  {
    ...lifecycle("dublin", "the drain's record stays when the enclave is gone", withoutRule("drain-record")),
    phase: "retired",
  },
  draining({
    ...lifecycle("dublin", "the drain's record ends while it says what is not brought again", (rules) => [
      ...rules,
      { id: "early", status: "Enabled", filter: [{ prefix: "enclave-drained/" }], expiration: [{ days: 30 }] },
    ]),
    policy: "STO-005",
    at: (output) => output.address("dublin", LIFECYCLE, "user-data"),
  }),
  draining({
    ...lifecycle("dublin", "everything that came home ends with the export", (rules) =>
      exported({ filter: [{ prefix: "" }] })(rules),
    ),
    policy: "STO-005",
    at: (output) => output.address("dublin", LIFECYCLE, "user-data"),
  }),
];

export const enclaveMutations: readonly Mutation[] = [
  ...stops,
  ...leftovers,
  changed(
    "ENV-002",
    "aws_dynamodb_table",
    "",
    "its table is protected",
    (table) => (table["deletion_protection_enabled"] = true),
  ),
  changed(
    "ENV-002",
    "aws_dynamodb_table",
    "",
    "a text protects its table",
    (table) => (table["deletion_protection_enabled"] = "1"),
  ),
  draining(
    changed("ENV-002", "aws_dynamodb_table", "", "Terraform keeps its table at the end", (table) => {
      table["lifecycle"] = [{ prevent_destroy: true }];
    }),
  ),
  changed("ENV-002", "aws_dynamodb_table", "", "a variable decides whether it is protected", (table) => {
    table["deletion_protection_enabled"] = "${var.protect}";
  }),
  draining(
    changed("ENV-002", "aws_s3_bucket", "", "its bucket waits until it is empty", (bucket) => {
      bucket["force_destroy"] = false;
    }),
  ),
  draining(
    changed("ENV-002", "aws_s3_bucket", "", "nothing is said of what is in its bucket", (bucket) => {
      delete bucket["force_destroy"];
    }),
  ),
  changed(
    "ENV-002",
    "aws_s3_bucket",
    "",
    "its objects can be locked",
    (bucket) => (bucket["object_lock_enabled"] = true),
  ),
  changed(
    "ENV-002",
    "aws_cloudwatch_log_group",
    "",
    "its logs are left behind",
    (group) => (group["skip_destroy"] = true),
  ),
  draining(
    changed("ENV-002", "aws_kms_key", "user-data/key", "its data's key cannot be destroyed", (key) => {
      key["lifecycle"]["prevent_destroy"] = true;
    }),
  ),
  added("ENV-002", "enclave", "aws_s3_bucket_object_lock_configuration", "its objects are locked", {
    bucket: "b",
    rule: { default_retention: { mode: "COMPLIANCE", days: 365 } },
  }),
  added("ENV-002", "enclave", "aws_backup_vault_lock_configuration", "its vault is locked", { backup_vault_name: "v" }),
  draining(added("ENV-002", "enclave", "aws_backup_vault", "its vault waits until it is empty", { name: "v" })),
  added("ENV-002", "enclave", "aws_rds_cluster", "its database is protected", { deletion_protection: true }),
  added("ENV-002", "enclave", "aws_cognito_user_pool", "its users' list is protected", {
    deletion_protection: "ACTIVE",
  }),
  added("ENV-002", "enclave", "aws_qldb_ledger", "its ledger is protected unasked", {}),

  added("ENV-003", "enclave", "aws_db_instance", "its database leaves a snapshot unasked", { engine: "postgres" }),
  added("ENV-003", "enclave", "aws_rds_cluster", "its database keeps backups", {
    skip_final_snapshot: true,
    delete_automated_backups: false,
  }),
  added("ENV-003", "enclave", "aws_redshift_cluster", "its warehouse leaves a snapshot", {
    skip_final_snapshot: false,
  }),
  added("ENV-003", "enclave", "aws_elasticache_cluster", "its cache leaves a snapshot", {
    final_snapshot_identifier: "x",
  }),
  added("ENV-003", "enclave", "aws_memorydb_cluster", "its memory leaves a snapshot", {
    final_snapshot_name: "${var.name}",
  }),
  added("ENV-003", "enclave", "aws_fsx_lustre_file_system", "its file system leaves a backup", {
    skip_final_backup: false,
  }),
  added("ENV-003", "enclave", "aws_backup_plan", "backups are planned in it", { name: "p" }),
  added("ENV-003", "enclave", "aws_dlm_lifecycle_policy", "snapshots are planned in it", {}),
  added("ENV-003", "enclave", "aws_dynamodb_table_export", "a table is written out in it", {}),

  {
    ...changed("ENV-004", "aws_s3_bucket", "", "nothing drains its bucket", () => undefined),
    type: REPLICATION,
    break: (output) => output.remove("enclave", REPLICATION),
  },
  drain("the drain leads to another site", ({ destination }) => {
    destination.bucket = "arn:aws:s3:::clover-local-norway-user-data-400000000004";
  }),
  drain("the drain leads to a local's bucket", ({ destination }) => (destination.bucket = "${local.target}")),
  drain("the drain leads to a variable's bucket", ({ destination }) => (destination.bucket = "${var.target}")),
  drain("the drain leads through a function", ({ destination }) => (destination.bucket = '${lower("ARN:AWS:S3:::X")}')),
  drain("the drain leads to another account", ({ destination }) => (destination.account = "999999999999")),
  drain("the replicas stay its own", ({ destination }) => delete destination.access_control_translation),
  drain("the replicas are under another key", ({ destination }) => {
    destination.encryption_configuration.replica_kms_key_id = "arn:aws:kms:eu-west-1:200000000002:alias/other";
  }),
  drain("the drain is off", (rule) => (rule["status"] = "Disabled")),
  drain("only some objects drain", (rule) => (rule["filter"] = { prefix: "some/" })),
  drain("only tagged objects drain", (rule) => (rule["filter"] = [{ tag: { key: "a", value: "b" } }])),
  drain("encrypted objects stay", (rule) => delete rule["source_selection_criteria"]),
  drain("deletions are copied", (rule) => (rule["delete_marker_replication"].status = "Enabled")),
  drain("a second rule leads elsewhere", (rule, replication) => {
    replication["rule"].push({ ...rule, destination: { bucket: "arn:aws:s3:::elsewhere" } });
  }),
  drain(
    "a dynamic block makes more rules",
    (_, replication) => (replication["dynamic"] = { rule: { for_each: ["x"] } }),
  ),
  drain("the drain works in another role", (_, replication) => {
    replication["role"] = "arn:aws:iam::500000000005:role/somebody";
  }),
  drain("an expression decides whether it drains", (_, replication) => (replication["for_each"] = "${var.drains}")),
  added("ENV-004", "enclave", "aws_s3_bucket", "a second bucket drains nowhere", { bucket: "second" }),
  {
    ...changed("ENV-004", "aws_s3_bucket", "", "the bucket says in itself where it replicates", (bucket) => {
      bucket["replication_configuration"] = [{ role: "r", rules: [] }];
    }),
  },

  draining(restated("ENV-004", "aws_s3_bucket_policy", "", "a draining bucket takes new objects", without("Draining"))),
  draining(
    restated(
      "ENV-004",
      "aws_s3_bucket_policy",
      "",
      "a draining bucket takes somebody's objects",
      exceptFor("Draining", SOMEBODY),
    ),
  ),

  added("ENV-005", "dublin", REPLICATION, "a site replicates into its bucket", {
    bucket: "b",
    rule: [{ destination: { bucket: "arn:aws:s3:::clover-local-enclave-user-data-500000000005" } }],
  }),
  added("ENV-005", "dublin", "aws_cloudwatch_event_target", "a site's events go to it", {
    arn: "arn:aws:events:us-east-1:500000000005:event-bus/default",
  }),
  added("ENV-005", "norway", "aws_ram_principal_association", "a site shares with it", { principal: "500000000005" }),
  added("ENV-005", "norway", "aws_ami_launch_permission", "a site shares an image with it", {
    account_id: "500000000005",
  }),
  added("ENV-005", "ireland-2", "aws_vpc_peering_connection", "a site's network joins its", {
    peer_owner_id: "500000000005",
  }),
  added("ENV-005", "dublin", "aws_kinesis_firehose_delivery_stream", "a variable names a stream's bucket", {
    extended_s3_configuration: [{ bucket_arn: "${var.bucket}" }],
  }),

  changed("ENV-006", "aws_cloudtrail", "", "its trail stays in its account", (trail) => {
    trail["s3_bucket_name"] = "clover-local-enclave-user-data-500000000005";
  }),
  changed("ENV-006", "aws_config_delivery_channel", "", "its configuration's record stays", (channel) => {
    channel["s3_bucket_name"] = "clover-local-enclave-logs-500000000005";
  }),
  changed("ENV-006", "aws_flow_log", "", "its flow logs go to another stack's archive", (log) => {
    log["log_destination"] = "arn:aws:s3:::clover-local-monitor-dublin-archive-900000000009/enclave/";
  }),
  changed(
    "ENV-006",
    "aws_guardduty_publishing_destination",
    "",
    "a variable names where findings go",
    (destination) => {
      destination["destination_arn"] = "${var.bucket}";
    },
  ),

  changed("ENV-007", "aws_dynamodb_table", "", "Terraform may delete its table", (table) => {
    table["lifecycle"] = { prevent_destroy: false };
  }),
  changed("ENV-007", "aws_s3_bucket", "", "nothing keeps its bucket", (bucket) => delete bucket["lifecycle"]),
  changed("ENV-007", "aws_s3_bucket", "", "Terraform empties its bucket", (bucket) => (bucket["force_destroy"] = true)),
  changed("ENV-007", "aws_kms_key", "user-data/key", "Terraform may end its data's key", (key) => {
    key["lifecycle"]["prevent_destroy"] = false;
  }),
  changed("ENV-007", "aws_s3_bucket", "", "a variable decides whether its bucket is emptied", (bucket) => {
    bucket["force_destroy"] = "${var.empty}";
  }),

  ...["Draining", "ExportedByDrain"].map((sid) =>
    draining(
      restated("ENV-008", "aws_dynamodb_resource_policy", "", `a draining table lacks its ${sid}`, without(sid)),
    ),
  ),
  draining(
    restated(
      "ENV-008",
      "aws_dynamodb_resource_policy",
      "",
      "somebody exports a draining table",
      exceptFor("ExportedByDrain", SOMEBODY),
    ),
  ),
  draining(
    restated("ENV-008", "aws_kms_key", "user-data/key", "a draining key encrypts anything", without("Draining")),
  ),
  draining(
    restated("ENV-008", "aws_kms_key", "user-data/key", "it encrypts for somebody", exceptFor("Draining", SOMEBODY)),
  ),

  {
    ...changed("ENV-009", "aws_s3_bucket", "", "its phase is not recorded", () => undefined),
    type: "output",
    at: () => "output.enclave-phase",
    break: ({ stacks }) => delete stacks["enclave"]!["output"],
  },
  {
    ...changed("ENV-009", "aws_s3_bucket", "", "another phase is recorded than it is in", () => undefined),
    type: "output",
    phase: "retired",
    at: () => "output.enclave-phase",
    break: ({ stacks }) => (stacks["enclave"]!["output"]["enclave-phase"].value = "draining"),
  },

  {
    ...added("ENV-001", "enclave", "aws_s3_bucket", "a retired enclave has a bucket of users' data", {
      bucket: "left",
    }),
    phase: "retired",
  },
  {
    ...added("ENV-001", "enclave", "aws_db_instance", "a retired enclave has a database whose existence is open", {
      identifier: "left",
      count: "${var.databases}",
    }),
    phase: "retired",
  },

  draining(
    restated("ENV-011", "aws_iam_role_policy", "drain-roles/operator", "the drain's operator reads", (statements) => [
      ...statements,
      { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "*" },
    ]),
  ),
  draining(
    restated("ENV-011", "aws_iam_role_policy", "drain-roles/batch", "S3's role for the drain deletes", (statements) => [
      ...statements,
      { Sid: "Delete", Effect: "Allow", Action: "s3:DeleteObject*", Resource: "*" },
    ]),
  ),
  draining({
    ...changed(
      "ENV-011",
      "aws_iam_role",
      "drain-roles/operator",
      "anybody of the account is the drain's operator",
      (role) => {
        role["assume_role_policy"] = JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { AWS: "500000000005" }, Action: "sts:AssumeRole" }],
        });
      },
    ),
  }),
  unable("batch", "aws_iam_role_policy", "drain-roles/batch", "S3's role replicates nothing", () => []),
  unable(
    "operator",
    "aws_iam_role_policy",
    "drain-roles/operator",
    "the drain's operator exports nothing",
    without("Export"),
  ),
  unable("operator", "aws_s3_bucket_policy", "user-data", "the bucket takes no export", (statements) => [
    ...statements,
    { Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: "*" },
  ]),
  draining(denied("enclave", "ENV-011", "a guardrail lets nobody begin the drain", { Action: "s3:CreateJob" })),
  draining({
    ...changed("ENV-011", "aws_iam_role", "drain-roles/operator", "the drain has no operator", () => undefined),
    at: () => "stack",
    break: (output) => output.remove("enclave", "aws_iam_role", "drain-roles/operator"),
  }),
];
