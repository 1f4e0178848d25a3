import type { Mutation, Output } from "./mutation";
import { added, changed, named, removed, rewritten, without, type Statement, type Target } from "./ways";

const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration";
const BUCKET: Target = { type: ENCRYPTION, path: "user-data", at: ["aws_s3_bucket", "user-data"] };
const TABLE: Target = { type: "aws_dynamodb_table" };
const KEY: Target = { type: "aws_kms_key", path: "user-data/key" };
const PLATFORM: Target = { type: "aws_kms_key", path: "platform" };
const FOREIGN = "arn:aws:kms:eu-west-1:100000000001:key/00000000-0000-4000-8000-000000000009";
const AMERICAN = "arn:aws:kms:us-east-1:200000000002:key/00000000-0000-4000-8000-000000000009";
const MONITORS: Target = {
  stack: "monitor",
  type: "aws_kms_key",
  path: "platform",
  at: ["aws_lambda_function", "log-validation"],
};
const STATE_KEY: Target = { stack: "state-enclave", type: "aws_kms_key" };
const ROOT = "arn:aws:iam::200000000002:root";

const arnOf = (output: Output, path: string) => `\${${output.address("dublin", "aws_kms_key", path)}.arn}`;
const readers = (statements: Statement[]): string[] =>
  named(statements, "ReadConfiguration").Condition.ArnEquals["aws:PrincipalArn"];
const byDefault = (block: Record<string, any>) => block["rule"][0].apply_server_side_encryption_by_default;
const grant = (Principal: unknown, Action: unknown, more: object = {}) => ({
  Sid: "Added",
  Effect: "Allow",
  Principal,
  Action,
  Resource: "*",
  ...more,
});

const data: readonly Mutation[] = [
  added("ENC-001", "a stack of CloudFormation builds what is not shown", "aws_cloudformation_stack", { name: "a" }),
  added("ENC-001", "a resource is of a type that nobody has reviewed", "aws_shop", {}),
  added("ENC-001", "a resource is another provider's", "random_password", { length: 16 }),
  added("ENC-013", "a table is said to hold what is public", "aws_dynamodb_tag", (output) => ({
    resource_arn: `\${${output.address("dublin", "aws_dynamodb_table", "")}.arn}`,
    key: "data-class",
    value: "public",
  })),
  added("ENC-013", "a volume's tag is a variable's", "aws_ec2_tag", {
    resource_id: "vol-1",
    key: "${var.key}",
    value: "public",
  }),
  changed("ENC-002", "a table's encryption is removed", TABLE, (block) => delete block["server_side_encryption"]),
  changed(
    "ENC-002",
    "a table's encryption is off",
    TABLE,
    (block) => (block["server_side_encryption"].enabled = false),
  ),
  changed("ENC-002", "a table's key is another account's", TABLE, (block) => {
    block["server_side_encryption"].kms_key_arn = FOREIGN;
  }),
  changed("ENC-002", "a table's key is another region's", TABLE, (block) => {
    block["server_side_encryption"].kms_key_arn = AMERICAN;
  }),
  changed("ENC-002", "a table's key is a variable", TABLE, (block) => {
    block["server_side_encryption"].kms_key_arn = "${var.key}";
  }),
  changed("ENC-002", "a table's key is a local that names an AWS-managed one", TABLE, (block, { stacks }) => {
    stacks["dublin"]!["locals"] = { key: "alias/aws/dynamodb" };
    block["server_side_encryption"].kms_key_arn = "${local.key}";
  }),
  changed(
    "ENC-002",
    "a log group has no key",
    { type: "aws_cloudwatch_log_group" },
    (block) => delete block["kms_key_id"],
  ),
  changed("ENC-002", "a vault's key comes from a data source", { type: "aws_backup_vault" }, (block) => {
    block["kms_key_arn"] = "${data.aws_kms_key.backup.arn}";
  }),
  changed("ENC-002", "a queue uses AWS's key", { type: "aws_sqs_queue" }, (block) => {
    block["kms_master_key_id"] = "alias/aws/sqs";
  }),
  changed(
    "ENC-002",
    "the monitor's bus has no key",
    { stack: "monitor", type: "aws_cloudwatch_event_bus" },
    (block) => {
      delete block["kms_key_identifier"];
    },
  ),
  added("ENC-002", "a database is not encrypted", "aws_rds_cluster", { cluster_identifier: "a" }),
  added(
    "ENC-002",
    "an instance of a database that is not encrypted is added",
    "aws_rds_cluster_instance",
    { cluster_identifier: "${aws_rds_cluster.added.id}" },
    { others: { aws_rds_cluster: { cluster_identifier: "a", storage_encrypted: false } } },
  ),
  added("ENC-002", "a secret has AWS's key", "aws_secretsmanager_secret", { name: "a" }),
  added("ENC-002", "a file system has AWS's key", "aws_efs_file_system", { encrypted: true }),
  added("ENC-002", "a stream has AWS's key", "aws_kinesis_stream", {
    encryption_type: "KMS",
    kms_key_id: "alias/aws/kinesis",
  }),
  added("ENC-002", "an index is not encrypted", "aws_opensearch_domain", { encrypt_at_rest: { enabled: false } }),
  added("ENC-002", "a topic has no key", "aws_sns_topic", { name: "a" }),
  added("ENC-002", "a volume names another account's key", "aws_ebs_volume", { encrypted: true, kms_key_id: FOREIGN }),
  added("ENC-002", "data is in a service that takes no key", "aws_glacier_vault", { name: "a" }),
  added("ENC-002", "a repository is encrypted by Amazon's own means", "aws_ecr_repository", { name: "a" }),
  added("ENC-002", "an object names another key than its bucket's", "aws_s3_object", {
    bucket: "a",
    kms_key_id: FOREIGN,
  }),
  removed("ENC-003", "a bucket's encryption is removed", { ...BUCKET, at: ["aws_s3_bucket", "user-data"] }),
  changed("ENC-003", "a bucket's algorithm is Amazon's own", { type: ENCRYPTION, path: "user-data" }, (block) => {
    byDefault(block).sse_algorithm = "AES256";
  }),
  changed(
    "ENC-003",
    "a bucket's key goes through a function",
    { type: ENCRYPTION, path: "user-data" },
    (block, output) => {
      byDefault(block).kms_master_key_id = `\${lower(${output.address("dublin", "aws_kms_key", "user-data/key")}.arn)}`;
    },
  ),
  changed("ENC-003", "a bucket's key is named by its alias", { type: ENCRYPTION, path: "user-data" }, (block) => {
    byDefault(block).kms_master_key_id = "alias/clover-local-dublin-user-data";
  }),
  changed(
    "ENC-003",
    "the monitor's archive has another account's key",
    { stack: "monitor", type: ENCRYPTION, path: "dublin-archive/archive" },
    (block) => {
      byDefault(block).kms_master_key_id = FOREIGN;
    },
  ),
  changed("ENC-004", "the firewall's rules have no key", { type: "aws_networkfirewall_rule_group" }, (block) => {
    delete block["encryption_configuration"];
  }),
  changed("ENC-004", "the firewall names a key and uses AWS's", { type: "aws_networkfirewall_firewall" }, (block) => {
    block["encryption_configuration"].type = "AWS_OWNED_KMS_KEY";
  }),
  changed("ENC-004", "the trail has another stack's key", { type: "aws_cloudtrail" }, (block) => {
    block["kms_key_id"] = block["kms_key_id"].replace(/3$/, "4");
  }),
  changed(
    "ENC-004",
    "the drain writes under another key",
    { stack: "enclave", type: "aws_s3_bucket_replication_configuration" },
    (block) => {
      block["rule"][0].destination.encryption_configuration.replica_kms_key_id = AMERICAN;
    },
  ),
  added("ENC-004", "query insights have no key", "aws_rds_cluster_instance", { performance_insights_enabled: true }),
  added("ENC-004", "a replica of a table has no key", "aws_dynamodb_table", {
    replica: [{ region_name: "eu-north-1" }],
  }),
];

const keys: readonly Mutation[] = [
  changed("ENC-005", "a key no longer rotates", KEY, (block) => (block["enable_key_rotation"] = false)),
  changed("ENC-005", "a key rotates every seven years", KEY, (block) => (block["rotation_period_in_days"] = 2560)),
  changed("ENC-005", "a variable decides whether a key rotates", PLATFORM, (block) => {
    block["enable_key_rotation"] = "${var.rotate}";
  }),
  added("ENC-005", "a key's material is imported", "aws_kms_external_key", {}),
  changed("ENC-006", "a key is of several regions", KEY, (block) => (block["multi_region"] = true)),
  changed("ENC-006", "a function decides of how many regions a key is", KEY, (block) => {
    block["multi_region"] = '${tobool("true")}';
  }),
  added("ENC-006", "a key is replicated", "aws_kms_replica_key", (output) => ({
    primary_key_arn: arnOf(output, "user-data/key"),
  })),
  added("ENC-006", "keys are kept outside KMS", "aws_kms_custom_key_store", { custom_key_store_name: "a" }),
  changed("ENC-007", "a key can vanish within a week", KEY, (block) => (block["deletion_window_in_days"] = 7)),
  changed("ENC-007", "a key is disabled", PLATFORM, (block) => (block["is_enabled"] = false)),
  changed("ENC-007", "a key may lock its owner out", PLATFORM, (block) => {
    block["bypass_policy_lockout_safety_check"] = true;
  }),
  changed("ENC-008", "a key has no policy of its own", KEY, (block) => delete block["policy"]),
  rewritten("ENC-008", "a key gives its account everything", KEY, (statements) => {
    statements.push(grant({ AWS: ROOT }, "kms:*"));
  }),
  rewritten("ENC-008", "a key's administrator may decrypt with it", KEY, (statements) => {
    named(statements, "Administration").Action.push("kms:Decrypt");
  }),
  rewritten("ENC-008", "a key's administrator may grant its use", PLATFORM, (statements) => {
    named(statements, "Administration").Action = "kms:C*";
    statements.push(grant(named(statements, "Administration").Principal, "kms:PutKeyPolicy"));
  }),
  changed("ENC-008", "a key's policy comes from a data source", KEY, (block) => {
    block["policy"] = "${data.aws_iam_policy_document.key.json}";
  }),
  rewritten("ENC-009", "a key is used without a service", KEY, (statements) => {
    delete named(statements, "UseThroughServices").Condition.StringEquals["kms:ViaService"];
  }),
  rewritten("ENC-009", "a key asks for a service only where one is said", KEY, (statements) => {
    const { Condition } = named(statements, "UseThroughServices");
    const services = Condition.StringEquals["kms:ViaService"];
    delete Condition.StringEquals["kms:ViaService"];
    Condition.StringEqualsIfExists = { "kms:ViaService": services };
  }),
  rewritten("ENC-009", "a log group's key is open to every account's log groups", KEY, (statements) => {
    named(statements, "LogGroupWorkloads").Condition = {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:*:*:log-group:*" },
    };
  }),
  rewritten("ENC-009", "a service uses a key for anybody", PLATFORM, (statements) => {
    delete named(statements, "UndeliveredAlerts").Condition;
  }),
  rewritten(
    "ENC-009",
    "an archive's key serves another account's trail",
    { stack: "monitor", type: "aws_kms_key", path: "dublin-archive" },
    (statements) => {
      named(statements, "Config").Condition.StringEquals["aws:SourceAccount"] = "300000000003";
    },
  ),
  rewritten("ENC-010", "a key is used by whoever comes through a service", KEY, (statements) => {
    delete named(statements, "UseThroughServices").Condition.StringEquals["kms:CallerAccount"];
  }),
  rewritten("ENC-010", "another account decrypts", KEY, (statements) => {
    statements.push(grant({ AWS: "arn:aws:iam::700000000007:role/statistics" }, "kms:Decrypt"));
  }),
  rewritten("ENC-010", "the drain decrypts", KEY, (statements) =>
    named(statements, "EnclaveReplicas").Action.push("kms:Decrypt"),
  ),
  rewritten("ENC-010", "the whole enclave encrypts", KEY, (statements) => {
    delete named(statements, "EnclaveReplicas").Condition.ArnEquals;
  }),
  rewritten("ENC-010", "everybody but one account is let in", KEY, (statements) => {
    statements.push({ ...grant(undefined, "kms:Decrypt"), NotPrincipal: { AWS: ROOT } });
  }),
  rewritten(
    "ENC-010",
    "the operator decrypts the monitor's archive",
    { stack: "monitor", type: "aws_kms_key", path: "dublin-archive" },
    (statements) => {
      statements.push(grant({ AWS: "arn:aws:iam::200000000002:root" }, "kms:Decrypt"));
    },
  ),
  rewritten("ENC-011", "a key's administrator may delete it", KEY, (statements) => {
    named(statements, "Administration").Action.push("kms:ScheduleKeyDeletion");
  }),
  rewritten("ENC-011", "all but one action are allowed", PLATFORM, (statements) => {
    const administration = named(statements, "Administration");
    delete administration.Action;
    administration.NotAction = ["kms:Decrypt"];
  }),
  rewritten("ENC-012", "a grant can be for anybody", KEY, (statements) => {
    delete named(statements, "GrantsForResources").Condition.Bool;
  }),
  rewritten("ENC-012", "grants are only for AWS where that is said", PLATFORM, (statements) => {
    const { Condition } = named(statements, "GrantsForResources");
    Condition.BoolIfExists = Condition.Bool;
    delete Condition.Bool;
  }),
  added("ENC-012", "Terraform makes a grant", "aws_kms_grant", (output) => ({
    key_id: arnOf(output, "user-data/key"),
    grantee_principal: "arn:aws:iam::200000000002:role/a",
    operations: ["Decrypt"],
  })),
  rewritten("ENC-014", "Lambda takes no grant on a function's key", MONITORS, (statements) => {
    const { StringEquals } = named(statements, "GrantsForResources").Condition;
    StringEquals["kms:ViaService"] = "ec2.eu-west-2.amazonaws.com";
  }),
  rewritten("ENC-014", "a function's key is not used through Lambda", MONITORS, (statements) => {
    const { StringEquals } = named(statements, "UseThroughServices").Condition;
    StringEquals["kms:ViaService"] = "sqs.eu-west-2.amazonaws.com";
  }),
  rewritten("ENC-014", "a function's key denies every grant", MONITORS, (statements) => {
    statements.push({ ...grant("*", "kms:CreateGrant"), Effect: "Deny" });
  }),
  rewritten(
    "ENC-014",
    "DynamoDB takes no grant on a table's key",
    { ...KEY, at: ["aws_dynamodb_table"] },
    (statements) => without(statements, "GrantsForResources"),
  ),
  rewritten(
    "ENC-014",
    "AWS Backup takes no grant on a vault's key",
    { type: "aws_kms_key", path: "vault/key", at: ["aws_backup_vault"] },
    (statements) => without(statements, "GrantsForResources"),
  ),
  rewritten("ENC-015", "a key keeps the monitor's auditor out", KEY, (statements) => {
    readers(statements).splice(1, 1);
  }),
  rewritten("ENC-015", "a key keeps AWS Config out", PLATFORM, (statements) => {
    readers(statements).splice(2, 1);
  }),
  rewritten("ENC-015", "a key keeps Access Analyzer out", PLATFORM, (statements) => {
    readers(statements).splice(3, 1);
  }),
  rewritten(
    "ENC-015",
    "an archive's key keeps the monitor's own auditors out",
    { stack: "monitor", type: "aws_kms_key", path: "dublin-archive" },
    (statements) => {
      readers(statements).splice(1, 1);
    },
  ),
  {
    ...rewritten("ENC-015", "a state's key keeps everybody out", STATE_KEY, (statements) => {
      without(statements, "ReadConfiguration");
    }),
    estate: "production",
  },
  rewritten("ENC-015", "a key does not show its grants", KEY, (statements) => {
    named(statements, "ReadConfiguration").Action = ["kms:DescribeKey", "kms:GetKeyPolicy"];
  }),
  rewritten("ENC-009", "who reads a key's configuration may decrypt with it", KEY, (statements) => {
    named(statements, "ReadConfiguration").Action.push("kms:Decrypt");
  }),
  rewritten("ENC-012", "who reads a key's configuration may grant its use", KEY, (statements) => {
    named(statements, "ReadConfiguration").Action.push("kms:CreateGrant");
  }),
  rewritten("ENC-008", "who reads a key's configuration may change it", KEY, (statements) => {
    named(statements, "ReadConfiguration").Action.push("kms:PutKeyPolicy");
  }),
];

const UNDELIVERED: Target = { type: "aws_sqs_queue_policy", path: "alert-forwarding/undelivered" };
const UNREAD: Target = { stack: "monitor", type: "aws_sqs_queue_policy", path: "alerts/unread-alerts" };

const queues: readonly Mutation[] = [
  removed("ENC-016", "a queue has no policy", {
    ...UNDELIVERED,
    at: ["aws_sqs_queue", "alert-forwarding/undelivered"],
  }),
  rewritten("ENC-016", "a queue of the monitor's takes what is sent in clear", UNREAD, (statements) =>
    without(statements, "InsecureTransport"),
  ),
  rewritten("ENC-016", "a queue is read in clear", UNDELIVERED, (statements) => {
    named(statements, "InsecureTransport").Action = "sqs:SendMessage";
  }),
  rewritten("ENC-016", "the denial of clear text is another queue's", UNDELIVERED, (statements) => {
    named(statements, "InsecureTransport").Resource = "arn:aws:sqs:eu-west-1:200000000002:other";
  }),
];

export const encryptionMutations: readonly Mutation[] = [...data, ...keys, ...queues];
