import type { Block, Mutation, StackJson } from "./mutation";
import { changed, named, rewritten, without, type Statement, type Target } from "./ways";

const MONITORS_KEY: Target = { stack: "monitor", type: "aws_kms_key", path: "platform" };
const USER_DATA: Target = { type: "aws_s3_bucket_policy", path: "user-data" };
const AUDITOR: Target = { type: "aws_iam_role", path: "monitor-auditor" };
const GUARDRAIL: Target = { stack: "organization", type: "aws_organizations_policy", path: "guardrails/sunset" };

function stackOf(
  policy: string,
  stack: string,
  title: string,
  change: (json: StackJson) => void,
  at = "stack",
): Mutation {
  return {
    title,
    policy,
    stack,
    at: () => at,
    type: "stack",
    break: (output) => change(output.stacks[stack]!),
  };
}

function onKey(policy: string, title: string, change: (block: Block) => void): Mutation {
  const [stack, type, path] = ["dublin", "aws_kms_key", "platform-key"];
  return {
    title,
    policy,
    stack,
    at: (output) => output.address(stack, type, path),
    type,
    break: (output) => change(output.resource(stack, type, path)),
  };
}

function added(policy: string, stack: string, type: string, title: string, ...blocks: readonly Block[]): Mutation {
  return {
    title,
    policy,
    stack,
    at: () => `${type}.added`,
    type,
    break: (output) => output.add(stack, type, "added", blocks.length === 1 ? blocks[0]! : blocks),
  };
}

/** A second resource that writes what one of the stack does, differently. */
const twin = (
  type: string,
  path: string,
  title: string,
  change: (block: Block) => void,
  stack = "dublin",
): Mutation => ({
  ...added("STA-013", stack, type, title, {}),
  break: (output) => {
    const second = structuredClone(output.resource(stack, type, path));
    change(second);
    output.add(stack, type, "added", second);
  },
});

const S3 = { bucket: "clover-state", key: "dublin.tfstate", region: "eu-west-1", encrypt: true };
const PROVISIONER = { "local-exec": { command: "aws s3 sync s3://users s3://elsewhere" } };
const BACKEND = "terraform.backend";

/** Of an estate whose state is in buckets. */
const inProduction = (mutation: Mutation): Mutation => ({ ...mutation, estate: "production" });

const backend = (title: string, change: (s3: Block) => void): Mutation =>
  inProduction(stackOf("STA-005", "dublin", title, ({ terraform }) => change(terraform.backend.s3), BACKEND));

/** @param found the type of the resource at which the finding is, where it is another than what is broken */
const stateBucket = (type: string, title: string, change: (block: Block) => void, found = type): Mutation =>
  inProduction({
    title: `the state's bucket ${title}`,
    policy: "STA-006",
    stack: "state-dublin",
    at: (output) => output.address("state-dublin", found),
    type,
    break: (output) => change(output.resource("state-dublin", type)),
  });

const VERSIONING = "aws_s3_bucket_versioning";
const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration";

/** Production keeps each stack's state in a bucket of its own, which a stack of its own makes. */
export const stateInBuckets: readonly Mutation[] = [
  backend("its state is in another bucket", (s3) => (s3["bucket"] = s3["bucket"].replace("dublin", "norway"))),
  backend("its state is in a bucket that a variable names", (s3) => (s3["bucket"] = "${var.bucket}")),
  backend("its state shares its file with another stack's", (s3) => (s3["key"] = "norway.tfstate")),
  backend("its state is in another region", (s3) => (s3["region"] = "us-east-1")),
  backend("its state is in clear", (s3) => (s3["encrypt"] = false)),
  backend("its state is under AWS's key", (s3) => delete s3["kms_key_id"]),
  backend(
    "its state is under another account's key",
    (s3) => (s3["kms_key_id"] = s3["kms_key_id"].replace(/\d{12}/, "999999999999")),
  ),
  backend("its state is not locked", (s3) => delete s3["use_lockfile"]),
  backend(
    "its state is written in another account's role",
    (s3) => (s3["assume_role"].role_arn = "arn:aws:iam::999999999999:role/x"),
  ),
  backend("its state is written in the caller's own role", (s3) => delete s3["assume_role"]),
  backend("its state goes to an endpoint of somebody's", (s3) => (s3["endpoints"] = { s3: "https://s3.example.org" })),
  backend("its backend has credentials in it", (s3) => (s3["secret_key"] = "secret")),
  backend("its state is written through a profile", (s3) => (s3["profile"] = "somebody")),
  inProduction(
    stackOf(
      "STA-005",
      "dublin",
      "its state is a local file",
      ({ terraform }) => (terraform.backend = { local: { path: "x" } }),
      BACKEND,
    ),
  ),

  stateBucket("aws_s3_bucket", "can be destroyed", (bucket) => (bucket["lifecycle"] = {})),
  stateBucket("aws_s3_bucket", "is destroyed with what is in it", (bucket) => (bucket["force_destroy"] = true)),
  stateBucket(VERSIONING, "keeps no versions", (block) => (block["versioning_configuration"].status = "Suspended")),
  stateBucket("aws_kms_key", "has a key that nobody handed over", (key) => delete key["lifecycle"], ENCRYPTION),
  {
    ...stateBucket(ENCRYPTION, "is not encrypted", () => undefined, "aws_s3_bucket"),
    break: (output) => output.remove("state-dublin", ENCRYPTION),
  },
  {
    ...stateBucket("aws_s3_bucket", "has another name", (bucket) => (bucket["bucket"] = "clover-state")),
    at: () => "stack",
  },
  {
    ...stateBucket("stack", "is made by nobody", () => undefined),
    at: () => "stack",
    break: (output) => delete output.stacks["state-dublin"],
  },
];

/** From a role that plans or deploys. */
const taken = (title: string, type: string, change: (statements: Statement[]) => void): Mutation => ({
  ...stateBucket(type, title, () => undefined, "aws_s3_bucket"),
  policy: "STA-010",
  break: (output) =>
    output.document(output.resource("state-dublin", type), "policy", (document) =>
      change(document.Statement as Statement[]),
    ),
});
const refused = (title: string, Action: string, Condition: object = {}) =>
  taken(title, "aws_s3_bucket_policy", (statements) =>
    statements.push({ Effect: "Deny", Principal: "*", Action, Resource: "*", Condition }),
  );

const stateTaken: readonly Mutation[] = [
  refused("lets nobody remove a lock", "s3:DeleteObject"),
  refused("lets the plan role read nothing", "s3:GetObject", {
    ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/clover-deploy" },
  }),
  refused("is reached from a segment alone", "s3:*", { StringNotEquals: { "aws:SourceVpc": "vpc-0a1b2c3d" } }),
  refused("refuses what a variable says", "${var.refused}"),
  taken("has a key that nobody uses", "aws_kms_key", (statements) => without(statements, "UseThroughServices")),
];

/** To somebody else. */
const opened = (title: string, change: (statement: Statement) => void): Mutation => ({
  ...taken(title, "aws_s3_bucket_policy", (statements) =>
    change(statements.find(({ Sid }) => Sid === "DeclaredRolesAlone")!),
  ),
  policy: "STA-012",
  at: (output) => output.address("state-dublin", "aws_s3_bucket_policy"),
});
const ROLES = "aws:PrincipalArn";

const stateOpened: readonly Mutation[] = [
  opened("is open to the whole account", (statement) => (statement.Effect = "Allow")),
  opened("is read by everybody", (statement) => (statement.Action = ["s3:PutObject*", "s3:DeleteObject*"])),
  opened("is open to one role more", (statement) =>
    statement.Condition.ArnNotEquals[ROLES].push("arn:aws:iam::222222222222:role/support"),
  ),
  opened("is open to roles that a variable names", (statement) =>
    statement.Condition.ArnNotEquals[ROLES].push("${var.more}"),
  ),
  opened("is closed but for what lies elsewhere", (statement) => (statement.Resource += ".old")),
];

export const stateMutations: readonly Mutation[] = [
  ...["dublin", "norway", "monitor", "organization", "enclave"].map((stack): Mutation => ({
    title: `the stack ${stack} is missing`,
    policy: "STA-001",
    stack,
    at: () => "stack",
    type: "stack",
    break: (output) => delete output.stacks[stack],
  })),
  stackOf("STA-001", "ireland-2", "a stack is empty", (json) => (json["resource"] = {})),
  stackOf("STA-001", "ireland-2", "a stack has no resources", (json) => delete json["resource"]),
  stackOf("STA-001", "norway", "an expression decides whether there is anything in a stack", (json) => {
    json["resource"] = { aws_sqs_queue: { work: { count: "${var.queues}" } } };
  }),

  stackOf(
    "STA-002",
    "dublin",
    "a module is called",
    (json) => (json["module"] = { more: { source: "./more" } }),
    "module.more",
  ),
  stackOf(
    "STA-002",
    "dublin",
    "a variable is declared",
    (json) => (json["variable"] = { region: {} }),
    "variable.region",
  ),
  stackOf(
    "STA-002",
    "norway",
    "something is fetched",
    (json) => (json["data"] = { http: { x: { url: "https://x.org" } } }),
    "data.http.x",
  ),
  stackOf(
    "STA-002",
    "norway",
    "a check fetches something",
    (json) => (json["check"] = { c: { data: { http: { x: {} } } } }),
    "data.http.x",
  ),
  stackOf(
    "STA-002",
    "norway",
    "another provider is configured",
    (json) => (json["provider"].google = {}),
    "provider.google",
  ),
  stackOf(
    "STA-002",
    "enclave",
    "a resource is left behind",
    (json) => (json["removed"] = { from: "aws_s3_bucket.x" }),
    "aws_s3_bucket.x",
  ),
  stackOf("STA-002", "enclave", "a key is none of Terraform's", (json) => (json["resources"] = {})),
  added("STA-002", "dublin", "aws_sns_topic", "a resource is there twice", { name: "a" }, { name: "b" }),

  onKey("STA-003", "a reference leads nowhere", (block) => (block["description"] = "${aws_sns_topic.none.arn}")),
  onKey(
    "STA-003",
    "a function's argument leads nowhere",
    (block) => (block["description"] = "${lower(aws_sns_topic.none.arn)}"),
  ),
  onKey("STA-003", "a local is not there", (block) => (block["description"] = "${local.none}")),
  onKey("STA-003", "it waits for what is not there", (block) => (block["depends_on"] = ["aws_sns_topic.none"])),
  {
    ...onKey("STA-003", "two resources wait for each other", () => undefined),
    break: (output) => {
      const alias = output.address("dublin", "aws_kms_alias", "platform-key");
      output.resource("dublin", "aws_kms_key", "platform-key")["depends_on"] = [alias];
    },
  },
  {
    ...onKey("STA-003", "the circle goes through a local", () => undefined),
    break: (output) => {
      const alias = output.address("dublin", "aws_kms_alias", "platform-key");
      output.stacks["dublin"]!["locals"] = { name: `\${${alias}.name}` };
      output.resource("dublin", "aws_kms_key", "platform-key")["description"] = "of ${local.name}";
    },
  },

  onKey("STA-004", "a provisioner runs a command", (block) => (block["provisioner"] = [PROVISIONER])),
  onKey("STA-004", "a connection is opened", (block) => (block["connection"] = { host: "198.51.100.1" })),
  stackOf(
    "STA-004",
    "dublin",
    "a program delivers data",
    (json) => (json["data"] = { external: { x: {} } }),
    "data.external.x",
  ),
  added("STA-004", "norway", "aws_lambda_invocation", "a function is called", { function_name: "copy", input: "{}" }),

  stackOf(
    "STA-005",
    "dublin",
    "its state is in a bucket that nobody declared",
    (json) => (json["terraform"].backend = { s3: S3 }),
    BACKEND,
  ),
  stackOf(
    "STA-005",
    "norway",
    "its state is sent to a server",
    (json) => (json["terraform"].backend = { http: {} }),
    BACKEND,
  ),
  stackOf("STA-005", "enclave", "its state is in somebody's cloud", (json) => (json["terraform"].cloud = {}), BACKEND),

  stackOf(
    "STA-007",
    "dublin",
    "it reads another's state",
    (json) => {
      json["data"] = { terraform_remote_state: { norway: { backend: "local" } } };
    },
    "data.terraform_remote_state.norway",
  ),
  stackOf("STA-007", "dublin", "a module may read another's state", (json) => (json["module"] = { m: {} }), "module.m"),

  stackOf("STA-008", "dublin", "any provider of a major version will do", (json) => {
    json["terraform"].required_providers.aws.version = "~> 5.0";
  }),
  stackOf("STA-008", "norway", "the provider is somebody else's", (json) => {
    json["terraform"].required_providers.aws.source = "example/aws";
  }),
  stackOf("STA-008", "enclave", "no provider is required", (json) => delete json["terraform"].required_providers),
  stackOf(
    "STA-008",
    "monitor",
    "any later Terraform will do",
    (json) => (json["terraform"].required_version = ">= 1.0"),
  ),
  stackOf("STA-008", "organization", "any Terraform will do", (json) => delete json["terraform"].required_version),

  {
    title: "an account that nobody declared is taken over",
    policy: "STA-009",
    stack: "organization",
    at: (output) => output.address("organization", "aws_organizations_account", "account-norway"),
    type: "aws_organizations_account",
    break: (output) => {
      const to = output.address("organization", "aws_organizations_account", "account-norway");
      output.stacks["organization"]!["import"].find((each: Block) => each["to"] === to).id = "999999999999";
    },
  },
  {
    title: "a bucket that exists already is taken over",
    policy: "STA-009",
    stack: "dublin",
    at: (output) => output.address("dublin", "aws_s3_bucket", "user-data"),
    type: "aws_s3_bucket",
    break: (output) => {
      output.stacks["dublin"]!["import"] = [{ to: output.address("dublin", "aws_s3_bucket", "user-data"), id: "old" }];
    },
  },
  ...stateInBuckets,
  ...stateTaken,
  ...stateOpened,
  rewritten("STA-011", "two log groups have one Sid", MONITORS_KEY, (statements) => {
    named(statements, "LogGroupLogValidation").Sid = "LogGroupIncidentRecord";
  }),
  rewritten("STA-011", "a bucket's denial has the Sid of another", USER_DATA, (statements) => {
    statements.push({ ...statements[0]!, Action: "s3:GetObjectTagging" });
  }),
  changed("STA-011", "a role trusts twice under one Sid", AUDITOR, (role, output) => {
    output.document(role, "assume_role_policy", ({ Statement }) => Statement.push(Statement[0]!));
  }),
  changed("STA-011", "a guardrail's denial is there twice", GUARDRAIL, (policy, output) => {
    output.document(policy, "content", ({ Statement }) => Statement.push(Statement[0]!));
  }),
  twin("aws_cloudwatch_event_rule", "trail-tampering", "a rule is written again", (rule) => {
    rule["event_pattern"] = JSON.stringify({ source: ["nobody"] });
  }),
  twin("aws_cloudwatch_event_target", "trail-tampering-to-monitor", "a rule's target is written again", (target) => {
    target["arn"] = "arn:aws:sqs:eu-west-1:200000000002:work";
  }),
  twin("aws_iam_role_policy", "alert-forwarding/permissions", "a role's policy is written again", (policy) => {
    policy["policy"] = "{}";
  }),
  twin("aws_config_configuration_recorder", "config-recording", "the recorder is written again", (recorder) => {
    recorder["recording_group"] = { all_supported: false, resource_types: ["AWS::EC2::Instance"] };
  }),
  twin(
    "aws_cloudwatch_metric_alarm",
    "dublin-allowed",
    "an alarm is written again",
    (alarm) => (alarm["threshold"] = 0),
    "monitor",
  ),
  twin(
    "aws_s3_bucket_notification",
    "dublin-archive/archive-arrivals",
    "a data source tells the bucket of a second notification",
    (notification) => {
      notification["bucket"] = "${data.aws_s3_bucket.archive.id}";
      notification["eventbridge"] = false;
    },
    "monitor",
  ),
];
