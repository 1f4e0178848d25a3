import type { Block, Mutation, Output } from "./mutation";
import { added, changed, named, removed, rewritten, without, type Statement, type Target } from "./ways";

const POLICY: Target = { type: "aws_s3_bucket_policy", path: "user-data" };
const ARCHIVE: Target = { stack: "monitor", type: "aws_s3_bucket_policy", path: "dublin-archive/archive" };
const BLOCK: Target = { type: "aws_s3_bucket_public_access_block" };
const OWNERSHIP: Target = { type: "aws_s3_bucket_ownership_controls" };
const BUCKET: Target = { type: "aws_s3_bucket" };
const TABLE: Target = { type: "aws_dynamodb_table" };
const TABLE_POLICY: Target = { type: "aws_dynamodb_resource_policy" };
const LIFECYCLE: Target = { type: "aws_s3_bucket_lifecycle_configuration" };
const DATA_LIFECYCLE: Target = { ...LIFECYCLE, path: "user-data" };
const VAULT_POLICY: Target = { type: "aws_backup_vault_policy" };
const LOCK: Target = { type: "aws_backup_vault_lock_configuration" };
const PLAN: Target = { type: "aws_backup_plan" };
const DATA_KEY: Target = { type: "aws_kms_key", path: "user-data/key" };
const OF_BUCKET = ["aws_s3_bucket"] as const;
const OF_VAULT = ["aws_backup_vault"] as const;
const ALGORITHM = "s3:x-amz-server-side-encryption";
const KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const NAME = "clover-local-dublin-user-data-200000000002";

const ANY_BUCKET = '${lower("CLOVER-LOCAL-DUBLIN-USER-DATA-200000000002")}';

const lacking = (sid: string) => (statements: Statement[]) => without(statements, sid);

const buckets: readonly Mutation[] = [
  removed("STO-001", "a bucket's policy is removed", { ...POLICY, at: OF_BUCKET }),
  rewritten("STO-001", "a bucket takes what is sent in clear", POLICY, lacking("InsecureTransport")),
  rewritten("STO-001", "a bucket takes an old TLS", POLICY, lacking("OldTls")),
  rewritten("STO-001", "the denial of what is sent in clear never holds", POLICY, (statements) => {
    named(statements, "InsecureTransport").Condition = {
      Bool: { "aws:SecureTransport": "false" },
      NumericGreaterThan: { "s3:TlsVersion": "1.3" },
    };
  }),
  rewritten("STO-001", "the denial of what is sent in clear leaves objects out", ARCHIVE, (statements) => {
    named(statements, "InsecureTransport").Resource.pop();
  }),
  rewritten("STO-001", "the denial of an old TLS is for all actions but one", POLICY, (statements) => {
    const denial = named(statements, "OldTls");
    delete denial.Action;
    denial.NotAction = "s3:GetObject";
  }),
  rewritten("STO-002", "a bucket takes another key", POLICY, lacking("WrongKey")),
  rewritten("STO-002", "a bucket takes another algorithm", POLICY, lacking("WrongAlgorithm")),
  rewritten("STO-002", "a bucket takes keys that callers bring", ARCHIVE, lacking("CustomerProvidedKey")),
  rewritten("STO-002", "uploads without a header are refused", POLICY, (statements) => {
    delete named(statements, "WrongKey").Condition.Null;
  }),
  rewritten("STO-002", "deliveries without a header are refused", ARCHIVE, (statements) => {
    named(statements, "WrongAlgorithm").Condition = { StringNotEqualsIfExists: { [ALGORITHM]: "aws:kms" } };
  }),
  rewritten("STO-002", "the key that must be used is a variable", POLICY, (statements) => {
    named(statements, "WrongKey").Condition.StringNotEquals[KEY] = "${var.key}";
  }),
  removed("STO-003", "a bucket's block of public access is removed", { ...BLOCK, at: OF_BUCKET }),
  changed("STO-003", "a bucket may have public policies", BLOCK, (block) => (block["block_public_policy"] = false)),
  changed("STO-003", "a bucket's block is a variable", BLOCK, (block) => {
    block["restrict_public_buckets"] = "${var.block}";
  }),
  changed("STO-003", "uploaders own objects", OWNERSHIP, (block) => {
    block["rule"].object_ownership = "BucketOwnerPreferred";
  }),
  changed("STO-003", "a bucket's access list is public", BUCKET, (block) => (block["acl"] = "public-read")),
  rewritten("STO-003", "everybody may list a bucket", POLICY, (statements) => {
    statements.push({ Effect: "Allow", Principal: "*", Action: "s3:ListBucket", Resource: `arn:aws:s3:::${NAME}` });
    without(statements, "OutsideOrganization");
    without(statements, "OutsideDoors");
  }),
  added("STO-003", "an access point is open to the internet", "aws_s3_access_point", { bucket: NAME, name: "a" }),
  added("STO-003", "an access point is of several regions", "aws_s3control_multi_region_access_point", {}),
  added("STO-003", "a bucket serves a website", "aws_s3_bucket_website_configuration", { bucket: NAME }),
  added("STO-003", "a bucket answers every web page", "aws_s3_bucket_cors_configuration", {
    bucket: NAME,
    cors_rule: [{ allowed_methods: ["GET"], allowed_origins: ["https://*"] }],
  }),
  added("STO-014", "another policy of a bucket names it by a function", "aws_s3_bucket_policy", {
    bucket: ANY_BUCKET,
    policy: "{}",
  }),
  added(
    "STO-014",
    "another block of public access names its bucket by a function",
    "aws_s3_bucket_public_access_block",
    {
      bucket: ANY_BUCKET,
    },
  ),
  added(
    "STO-014",
    "another encryption of a bucket names it by a data source",
    "aws_s3_bucket_server_side_encryption_configuration",
    {
      bucket: "${data.aws_s3_bucket.it.id}",
    },
  ),
  added("STO-014", "a role that is not in the output may read everything", "aws_iam_role_policy", {
    name: "read",
    role: "legacy-reporting",
    policy:
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","dynamodb:Scan"],"Resource":"*"}]}',
  }),
  added("STO-014", "a managed policy is for a role that is not in the output", "aws_iam_role_policy_attachment", {
    role: "legacy-reporting",
    policy_arn: "arn:aws:iam::200000000002:policy/clover-local-dublin-auditor",
  }),
  added("STO-014", "a key's policy names it by a function", "aws_kms_key_policy", {
    key_id: "${element([aws_kms_key.any.key_id], 0)}",
    policy: "{}",
  }),
  added(
    "STO-014",
    "a policy of the alert bus names it by a function",
    "aws_cloudwatch_event_bus_policy",
    { event_bus_name: '${lower("CLOVER-LOCAL-MONITOR-ALERTS")}', policy: "{}" },
    { stack: "monitor" },
  ),
  removed("STO-005", "a bucket's versioning is removed", { type: "aws_s3_bucket_versioning", at: OF_BUCKET }),
  changed("STO-005", "a bucket's versioning is suspended", { type: "aws_s3_bucket_versioning" }, (block) => {
    block["versioning_configuration"].status = "Suspended";
  }),
  changed("STO-005", "people's data goes after a day", { ...LIFECYCLE }, (block) => {
    block["rule"].push({ id: "end", status: "Enabled", filter: [{}], expiration: [{ days: 1 }] });
  }),
  changed("STO-005", "an older version goes the next day", { ...LIFECYCLE }, (block) => {
    block["rule"][0].noncurrent_version_expiration = [{ noncurrent_days: 1 }];
  }),
  removed("STO-005", "a bucket's lifecycle is removed", { ...LIFECYCLE, at: OF_BUCKET }),
  changed("STO-005", "unfinished uploads stay", { ...LIFECYCLE, at: OF_BUCKET }, (block) => {
    delete block["rule"][0].abort_incomplete_multipart_upload;
  }),
  changed("STO-005", "unfinished uploads stay but under one prefix", { ...LIFECYCLE, at: OF_BUCKET }, (block) => {
    block["rule"][0].filter = [{ prefix: "tmp/" }];
  }),
];

const erased: readonly Mutation[] = [
  removed("STO-016", "a bucket's lifecycle is removed", { ...DATA_LIFECYCLE, at: OF_BUCKET }),
  changed("STO-016", "old versions stay", { ...DATA_LIFECYCLE, at: OF_BUCKET }, (block) => {
    delete block["rule"][0].noncurrent_version_expiration;
  }),
  changed("STO-016", "old versions go after a year", { ...DATA_LIFECYCLE, at: OF_BUCKET }, (block) => {
    block["rule"][0].noncurrent_version_expiration = [{ noncurrent_days: 365 }];
  }),
  changed("STO-016", "the newest old version stays", { ...DATA_LIFECYCLE, at: OF_BUCKET }, (block) => {
    block["rule"][0].noncurrent_version_expiration[0].newer_noncurrent_versions = 1;
  }),
  changed("STO-016", "when old versions go comes from a variable", DATA_LIFECYCLE, (block) => {
    block["rule"][0].noncurrent_version_expiration[0].noncurrent_days = "${max(90, var.days)}";
  }),
  added("STO-016", "a site's bucket locks every object for years", "aws_s3_bucket_object_lock_configuration", {
    bucket: NAME,
    rule: [{ default_retention: [{ mode: "COMPLIANCE", years: 7 }] }],
  }),
  changed("STO-016", "a backup is kept for a year", PLAN, (block) => {
    block["rule"][0].lifecycle.delete_after = 365;
  }),
  changed("STO-016", "somebody can keep a backup for a year", LOCK, (block) => {
    block["max_retention_days"] = 366;
  }),
  added("STO-016", "a stream keeps a year", "aws_kinesis_stream", { name: "data", retention_period: 8760 }),
  added("STO-016", "events are kept for ever", "aws_cloudwatch_event_archive", {
    name: "all",
    event_source_arn: "arn:aws:events:eu-west-1:200000000002:event-bus/default",
  }),
  added("STO-016", "a table deletes nothing", "aws_timestreamwrite_table", {
    database_name: "data",
    table_name: "data",
  }),
];

const reach: readonly Mutation[] = [
  rewritten("STO-004", "strangers reach a bucket", POLICY, lacking("OutsideOrganization")),
  rewritten("STO-004", "a bucket is reached from anywhere", POLICY, lacking("OutsideDoors")),
  rewritten(
    "STO-004",
    "a bucket's denial of strangers spares callers without an organization",
    POLICY,
    (statements) => {
      named(statements, "OutsideOrganization").Condition.Null = { "aws:PrincipalOrgID": "false" };
    },
  ),
  rewritten("STO-004", "a bucket's doors are for reading alone", POLICY, (statements) => {
    named(statements, "OutsideDoors").Action = ["s3:GetObject*", "s3:ListBucket*"];
  }),
  rewritten("STO-004", "the deployer needs no door", POLICY, (statements) => {
    named(statements, "OutsideDoors").Condition.ArnNotEquals["aws:PrincipalArn"].push(
      "arn:aws:iam::200000000002:role/clover-deploy",
    );
  }),
  rewritten("STO-004", "a table is reached from anywhere", TABLE_POLICY, lacking("OutsideDoors")),
  rewritten("STO-004", "a table's organization is another one", TABLE_POLICY, (statements) => {
    named(statements, "OutsideOrganization").Condition.StringNotEquals["aws:PrincipalOrgID"] = "o-somebodyelse";
  }),
  rewritten("STO-004", "a table is exported from anywhere", TABLE_POLICY, (statements) => {
    const doors = named(statements, "OutsideDoors");
    doors.Action = doors.Action.filter((action: string) => action !== "dynamodb:ExportTableToPointInTime");
  }),
  removed("STO-004", "a table's policy is removed", { ...TABLE_POLICY, at: ["aws_dynamodb_table"] }),
];

const backups: readonly Mutation[] = [
  changed("STO-006", "a table no longer keeps every moment", TABLE, (block) => delete block["point_in_time_recovery"]),
  changed("STO-006", "a bucket is not backed up", { type: "aws_backup_selection", at: OF_BUCKET }, (block) =>
    block["resources"].shift(),
  ),
  removed("STO-006", "nothing is backed up", { type: "aws_backup_selection", at: ["aws_dynamodb_table"] }),
  changed("STO-006", "what is backed up is a variable", { type: "aws_backup_selection", at: OF_BUCKET }, (block) => {
    block["resources"] = "${var.resources}";
  }),
  added("STO-006", "a database keeps no backup", "aws_db_instance", { identifier: "a", backup_retention_period: 0 }),
  removed("STO-007", "a vault's lock is removed", { ...LOCK, at: OF_VAULT }),
  changed("STO-007", "a vault's lock can be taken away", LOCK, (block) => delete block["changeable_for_days"]),
  changed("STO-007", "a vault's backups can be short-lived", LOCK, (block) => (block["min_retention_days"] = 1)),
  changed(
    "STO-017",
    "backups are under the key of what they are backups of",
    { type: "aws_backup_vault" },
    (block, output) => {
      block["kms_key_arn"] = `\${${output.address("dublin", "aws_kms_key", "user-data/key")}.arn}`;
    },
  ),
  changed("STO-017", "a variable says under which key backups are", { type: "aws_backup_vault" }, (block) => {
    block["kms_key_arn"] = "${var.key}";
  }),
  removed("STO-007", "a vault's policy is removed", { ...VAULT_POLICY, at: OF_VAULT }),
  rewritten("STO-007", "backups can be copied out", VAULT_POLICY, (statements) => {
    statements[0]!.Action = statements[0]!.Action.filter((action: string) => !action.endsWith("CopyFromBackupVault"));
  }),
  rewritten("STO-007", "somebody may delete backups", VAULT_POLICY, (statements) => {
    statements[0]!.Condition = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::200000000002:role/*" } };
  }),
  changed("STO-008", "backups are copied to another region", PLAN, (block) => {
    block["rule"][0].copy_action = [
      { destination_vault_arn: "arn:aws:backup:us-east-1:200000000002:backup-vault:copies" },
    ];
  }),
  changed("STO-008", "backups go to a vault that is not in the output", PLAN, (block) => {
    block["rule"][0].target_vault_name = "Default";
  }),
  changed("STO-008", "a backup is taken once a year", PLAN, (block) => {
    block["rule"][0].schedule = "cron(0 3 1 1 ? *)";
  }),
  changed("STO-008", "a backup is taken when somebody asks", PLAN, (block) => delete block["rule"][0].schedule),
  changed("STO-008", "backups have no end", PLAN, (block) => delete block["rule"][0].lifecycle),
  changed("STO-008", "a dynamic block decides whether backups are copied", PLAN, (block) => {
    const [rule] = block["rule"];
    rule.dynamic = { copy_action: { for_each: "${var.copies}", content: [{}] } };
  }),
  added("STO-008", "other accounts may take backups", "aws_backup_global_settings", {
    global_settings: { isCrossAccountBackupEnabled: "true" },
  }),
];

const BACKUP_ROLE: Target = { type: "aws_iam_role", path: "vault/role" };
const BY_BACKUP = ["aws_iam_role", "vault/role"] as const;
/** A guardrail leaves to nobody but the deploy role what AWS Backup must do. */
const unspared = (title: string, sid: string): Mutation => {
  const holder = (output: Output) =>
    Object.entries<Block>(output.stacks["organization"]!["resource"]["aws_organizations_policy"]).find(
      ([, { content }]) => content.includes(`"${sid}"`),
    )!;
  return {
    title,
    policy: "STO-015",
    stack: "organization",
    type: "aws_organizations_policy",
    at: (output) => `aws_organizations_policy.${holder(output)[0]}`,
    break: (output) =>
      output.document(holder(output)[1], "content", ({ Statement }) => {
        named(Statement as Statement[], sid).Condition = {
          ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::*:role/clover-deploy" },
        };
      }),
  };
};
const atRole: Mutation["at"] = (output) => output.address("dublin", ...BY_BACKUP);
const attachment = (path: string) => ({
  type: "aws_iam_role_policy_attachment",
  path: `vault/role-${path}`,
  at: BY_BACKUP,
});

const taking: readonly Mutation[] = [
  removed("STO-015", "the backups' role may not read buckets", attachment("buckets")),
  removed("STO-015", "the backups' role may not read tables", attachment("tables")),
  changed("STO-015", "the backups' role has a boundary that denies all", BACKUP_ROLE, (role) => {
    role["permissions_boundary"] = "arn:aws:iam::aws:policy/AWSDenyAll";
  }),
  changed("STO-015", "the backups' role works for another account", BACKUP_ROLE, (role, output) =>
    output.document(role, "assume_role_policy", ({ Statement }) => {
      Statement[0]!["Condition"].StringEquals["aws:SourceAccount"] = "400000000004";
    }),
  ),
  changed("STO-015", "people act in the backups' role", BACKUP_ROLE, (role, output) =>
    output.document(role, "assume_role_policy", ({ Statement }) => {
      Statement.push({ Effect: "Allow", Principal: { AWS: "200000000002" }, Action: "sts:AssumeRole" });
    }),
  ),
  {
    ...added("STO-015", "the backups' role is denied to read", "aws_iam_role_policy", (output) => ({
      name: "no",
      role: `\${${output.address("dublin", "aws_iam_role", "vault/role")}.name}`,
      policy: JSON.stringify({ Statement: [{ Effect: "Deny", Action: "s3:GetObject", Resource: "*" }] }),
    })),
    at: atRole,
  },
  changed("STO-015", "backups are taken in AWS's default role", { type: "aws_backup_selection" }, (selection) => {
    selection["iam_role_arn"] = "arn:aws:iam::200000000002:role/service-role/AWSBackupDefaultServiceRole";
  }),
  rewritten("STO-015", "a bucket lets nobody read outside its doors", { ...POLICY, at: BY_BACKUP }, (statements) => {
    delete named(statements, "OutsideDoors").Condition.ArnNotEquals;
  }),
  rewritten("STO-015", "the key does not decrypt for S3", { ...DATA_KEY, at: BY_BACKUP }, (statements) => {
    named(statements, "UseThroughServices").Condition.StringEquals["kms:ViaService"] =
      "dynamodb.eu-west-1.amazonaws.com";
  }),
  added("STO-015", "an account opts out of backups of buckets", "aws_backup_region_settings", {
    resource_type_opt_in_preference: { DynamoDB: true, S3: "false" },
  }),
  unspared("AWS Backup may not follow a bucket's events", "EventsAreDeployed"),
  unspared("AWS Backup may not list a bucket by an inventory", "InventoriesAreDeployed"),
];

const moments: readonly Mutation[] = [
  changed("STO-006", "a table keeps every moment of a day", TABLE, (table) => {
    table["point_in_time_recovery"].recovery_period_in_days = 1;
  }),
];

const lasting: readonly Mutation[] = [
  changed("STO-009", "logs are kept for a month", { type: "aws_cloudwatch_log_group" }, (block) => {
    block["retention_in_days"] = 30;
  }),
  changed("STO-009", "logs are kept for ever", { type: "aws_cloudwatch_log_group" }, (block) => {
    delete block["retention_in_days"];
  }),
  changed("STO-010", "a deployment may destroy a bucket", BUCKET, (block) => delete block["lifecycle"]),
  changed("STO-010", "a bucket goes with what is in it", BUCKET, (block) => (block["force_destroy"] = true)),
  changed("STO-010", "a table can be deleted", TABLE, (block) => (block["deletion_protection_enabled"] = false)),
  changed(
    "STO-010",
    "a deployment may destroy a table",
    TABLE,
    (block) => (block["lifecycle"].prevent_destroy = false),
  ),
  changed("STO-010", "a deployment may destroy a key", { type: "aws_kms_key", path: "platform" }, (block) => {
    delete block["lifecycle"];
  }),
  changed("STO-010", "a deployment may destroy a vault", { type: "aws_backup_vault" }, (block) => {
    block["force_destroy"] = true;
  }),
  added("STO-010", "a database leaves no last snapshot", "aws_rds_cluster", {
    lifecycle: { prevent_destroy: true },
    deletion_protection: true,
    skip_final_snapshot: true,
  }),
];

const SIGNING: Target = { stack: "monitor", type: "aws_lambda_code_signing_config" };
const JOB: Target = { stack: "monitor", type: "aws_signer_signing_job", path: "log-validation" };
const FUNCTION: Target = { stack: "monitor", type: "aws_lambda_function", path: "log-validation" };
const PROFILE_ELSEWHERE = "arn:aws:signer:eu-west-2:999999999999:/signing-profiles/theirs/abcdefghij";

const signed: readonly Mutation[] = [
  changed("STO-013", "what nobody signed is only warned of", SIGNING, (config) => {
    config["policies"].untrusted_artifact_on_deployment = "Warn";
  }),
  changed("STO-013", "another account may sign too", SIGNING, (config) => {
    config["allowed_publishers"].signing_profile_version_arns.push(PROFILE_ELSEWHERE);
  }),
  added(
    "STO-013",
    "another account may sign with the monitor's profile",
    "aws_signer_signing_profile_permission",
    { profile_name: "clover_local_monitor_functions", action: "signer:StartSigningJob", principal: "999999999999" },
    { stack: "monitor" },
  ),
  changed("STO-013", "what lies in somebody's bucket is signed", JOB, (job) => (job["source"].s3.bucket = "theirs")),
  changed("STO-013", "what the deployment did not put there is signed", JOB, (job) => {
    job["source"].s3.key = "unsigned/log-validation/latest.zip";
  }),
  changed("STO-013", "a function's code lies in somebody's bucket", FUNCTION, (lambda) => {
    lambda["s3_bucket"] = "theirs";
  }),
  changed("STO-013", "a function's code may be replaced", FUNCTION, (lambda) => (lambda["s3_key"] = "latest.zip")),
];

const inUse: readonly Mutation[] = [
  changed("STO-011", "the gateway's listener answers in clear", { type: "aws_lb_listener" }, (block) => {
    block["protocol"] = "HTTP";
  }),
  changed("STO-011", "the gateway sends on another port", { type: "aws_lb_target_group" }, (block) => {
    block["port"] = 80;
  }),
  added("STO-011", "a cache talks in clear", "aws_elasticache_replication_group", { replication_group_id: "a" }),
  added("STO-011", "an index talks in clear", "aws_opensearch_domain", { domain_name: "a" }),
  added("STO-011", "a broker takes both", "aws_msk_cluster", {
    encryption_info: { encryption_in_transit: { client_broker: "TLS_PLAINTEXT" } },
  }),
  added("STO-011", "a database leaves TLS to its clients", "aws_db_instance", { engine: "postgres" }),
  added("STO-011", "a replication trusts anybody", "aws_dms_endpoint", { engine_name: "mysql", ssl_mode: "none" }),
  added("STO-012", "a password is written down", "aws_db_instance", { password: "correct-horse" }),
  added("STO-012", "a password is a variable", "aws_rds_cluster", { master_password: "${var.password}" }),
  added("STO-012", "a function's environment holds a token", "aws_lambda_function", {
    environment: { variables: { API_TOKEN: "correct-horse-battery" } },
  }),
  added("STO-012", "a container's environment holds a password", "aws_ecs_task_definition", {
    container_definitions: '[{"name":"a","environment":[{"name":"DB_PASSWORD","value":"correct-horse"}]}]',
  }),
  added("STO-012", "an instance starts with an access key", "aws_launch_template", {
    user_data: Buffer.from("export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE").toString("base64"),
  }),
  added("STO-012", "a secret's value is in the configuration", "aws_secretsmanager_secret_version", {
    secret_string: '{"password":"correct-horse"}',
  }),
  added("STO-013", "an image can be replaced under its tag", "aws_ecr_repository", {
    image_scanning_configuration: { scan_on_push: true },
  }),
  added("STO-013", "a function is not signed", "aws_lambda_function", { function_name: "a" }),
];

export const storageMutations: readonly Mutation[] = [
  ...buckets,
  ...erased,
  ...reach,
  ...backups,
  ...taking,
  ...moments,
  ...lasting,
  ...signed,
  ...inUse,
];
