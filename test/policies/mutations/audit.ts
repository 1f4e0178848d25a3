import type { Block, Mutation, Output } from "./mutation";
import { added, changed, removed } from "./of-type";
import { denied, named, without, type Statement } from "./ways";

const DUBLIN = "dublin";
const MONITOR = "monitor";
const TRAIL = "aws_cloudtrail";
const FLOW_LOG = "aws_flow_log";
const QUERY_LOG = "aws_route53_resolver_query_log_config";
const RECORDER = "aws_config_configuration_recorder";
const STATUS = "aws_config_configuration_recorder_status";
const CHANNEL = "aws_config_delivery_channel";
const DETECTOR = "aws_guardduty_detector";
const FEATURE = "aws_guardduty_detector_feature";
const FINDINGS = "aws_guardduty_publishing_destination";
const FIREWALL_LOGS = "aws_networkfirewall_logging_configuration";
const RULE = "aws_cloudwatch_event_rule";
const TARGET = "aws_cloudwatch_event_target";
const ROLE = "aws_iam_role";
const ROLE_POLICY = "aws_iam_role_policy";
const LAMBDA = "aws_lambda_function";
const BUCKET = "aws_s3_bucket";
const BUCKET_POLICY = "aws_s3_bucket_policy";
const LOCK = "aws_s3_bucket_object_lock_configuration";
const REPLICATION = "aws_s3_bucket_replication_configuration";
const KEY = "aws_kms_key";
const BUS_POLICY = "aws_cloudwatch_event_bus_policy";
const QUEUE = "aws_sqs_queue";
const QUEUE_POLICY = "aws_sqs_queue_policy";

/** When a schedule begins that nobody waits for. */
const LATER = "2036-12-01T00:00:00Z";
const ARCHIVE = "dublin-archive/archive";
const INTAKE = "dublin-archive/intake";
const ARCHIVE_KEY = "dublin-archive/key";

/** The policy of a bucket, or of the key, of Dublin's archive is changed; the finding is at what carries it. */
function opened(
  policy: string,
  title: string,
  change: (statements: Statement[]) => void,
  path = ARCHIVE,
  type = BUCKET_POLICY,
): Mutation {
  return changed(
    policy,
    type,
    title,
    (block, output) => output.document(block, "policy", (document) => change(document.Statement as Statement[])),
    { stack: MONITOR, path },
  );
}

const pattern = (block: Block, change: (pattern: Record<string, any>) => void) => {
  const parsed = JSON.parse(block["event_pattern"]);
  change(parsed);
  block["event_pattern"] = JSON.stringify(parsed);
};

const trails: readonly Mutation[] = [
  removed("AUD-001", TRAIL, "a trail is removed", { at: "stack" }),
  removed("AUD-001", TRAIL, "the organization's trail is removed", { stack: "organization", at: "stack" }),
  changed("AUD-001", TRAIL, "a trail sees one region", (trail) => delete trail["is_multi_region_trail"]),
  changed(
    "AUD-001",
    TRAIL,
    "a trail's files cannot be proved",
    (trail) => (trail["enable_log_file_validation"] = false),
  ),
  changed("AUD-001", TRAIL, "a trail is switched off", (trail) => (trail["enable_logging"] = "${var.logging}")),
  changed("AUD-001", TRAIL, "a trail is encrypted with a key of the site", (trail) => {
    trail["kms_key_id"] = "arn:aws:kms:eu-west-1:200000000002:key/1";
  }),
  changed("AUD-001", TRAIL, "a trail goes to another stack's archive", (trail) => {
    trail["s3_bucket_name"] = "clover-local-monitor-norway-archive-900000000009";
  }),
  changed(
    "AUD-001",
    TRAIL,
    "an expression decides whether there is a trail",
    (trail) => (trail["count"] = "${var.trails}"),
  ),
  changed("AUD-002", TRAIL, "reads of objects are left out", (trail) => {
    trail["advanced_event_selector"][1].field_selector.push({ field: "readOnly", equals: ["false"] });
  }),
  changed("AUD-002", TRAIL, "reads and writes of tables are left out", (trail) =>
    trail["advanced_event_selector"].splice(2, 1),
  ),
  changed("AUD-002", TRAIL, "management events are left out", (trail) => trail["advanced_event_selector"].splice(0, 1)),
  changed("AUD-002", TRAIL, "use of keys is left out", (trail) => {
    trail["advanced_event_selector"][0].field_selector.push({
      field: "eventSource",
      not_equals: ["kms.amazonaws.com"],
    });
  }),
  changed("AUD-002", TRAIL, "use of S3's endpoint is left out", (trail) => {
    trail["advanced_event_selector"][8].field_selector[1].equals = ["ec2.amazonaws.com"];
  }),
  changed("AUD-002", TRAIL, "what is selected comes through a function", (trail) => {
    trail["advanced_event_selector"] = "${jsondecode(file(var.selectors))}";
  }),
];

const networks: readonly Mutation[] = [
  removed("AUD-003", FLOW_LOG, "a network's flow log is removed", { at: ["aws_vpc"] }),
  changed("AUD-003", FLOW_LOG, "accepted traffic alone is logged", (log) => (log["traffic_type"] = "ACCEPT")),
  changed("AUD-003", FLOW_LOG, "flow logs go through a local to another bucket", (log, output) => {
    output.stacks[DUBLIN]!["locals"] = { flows: "arn:aws:s3:::elsewhere/dublin/" };
    log["log_destination"] = "${local.flows}";
  }),
  changed(
    "AUD-003",
    FLOW_LOG,
    "a subnet alone is logged",
    (log) => {
      delete log["vpc_id"];
      log["subnet_id"] = "subnet-1";
    },
    { at: ["aws_vpc"] },
  ),
  changed(
    "AUD-003",
    FLOW_LOG,
    "flow logs name a role",
    (log) => (log["iam_role_arn"] = "arn:aws:iam::200000000002:role/x"),
  ),
  added("AUD-003", "aws_default_vpc", "a default network is adopted, which logs nothing", { force_destroy: false }),
  removed("AUD-004", "aws_route53_resolver_query_log_config_association", "a network's queries are recorded nowhere", {
    at: ["aws_vpc"],
  }),
  changed("AUD-004", QUERY_LOG, "queries go to a log group", (config) => {
    config["destination_arn"] = "arn:aws:logs:eu-west-1:200000000002:log-group:queries";
  }),
  changed(
    "AUD-004",
    "aws_route53_resolver_query_log_config_association",
    "another configuration is associated",
    (one) => {
      one["resolver_query_log_config_id"] = "${data.aws_route53_resolver_query_log_config.other.id}";
    },
  ),
  removed("AUD-007", FIREWALL_LOGS, "a firewall records nothing", { at: ["aws_networkfirewall_firewall"] }),
  changed("AUD-007", FIREWALL_LOGS, "a firewall's alerts are not recorded", (logging) => {
    logging["logging_configuration"].log_destination_config.splice(0, 1);
  }),
  changed("AUD-007", FIREWALL_LOGS, "a firewall's flows go under no prefix", (logging) => {
    delete logging["logging_configuration"].log_destination_config[1].log_destination.prefix;
  }),
];

const accounts: readonly Mutation[] = [
  removed("AUD-005", RECORDER, "nothing is recorded", { at: "stack" }),
  removed("AUD-005", STATUS, "a recorder is never started", { at: [RECORDER] }),
  changed("AUD-005", STATUS, "a recorder is stopped", (status) => (status["is_enabled"] = false)),
  changed("AUD-005", RECORDER, "global resources are left out", (recorder) => {
    recorder["recording_group"].include_global_resource_types = false;
  }),
  changed("AUD-005", RECORDER, "a recorder records in a role that may see nothing", (recorder) => {
    recorder["role_arn"] = "arn:aws:iam::200000000002:role/nothing";
  }),
  changed("AUD-005", RECORDER, "a recorder looks once a day", (recorder) => {
    recorder["recording_mode"].recording_frequency = "DAILY";
  }),
  removed("AUD-005", CHANNEL, "nothing of Config is delivered", { at: "stack" }),
  changed("AUD-005", CHANNEL, "Config delivers into the locked archive", (channel) => {
    channel["s3_bucket_name"] = "clover-local-monitor-dublin-archive-900000000009";
  }),
  changed("AUD-006", DETECTOR, "a detector is off", (detector) => (detector["enable"] = false), { stack: "norway" }),
  removed("AUD-006", FEATURE, "access to objects is not watched", { path: "s3-data-events", at: [DETECTOR] }),
  changed("AUD-006", FEATURE, "sign-ins to databases are not watched", (feature) => (feature["status"] = "DISABLED"), {
    path: "rds-login-events",
  }),
  removed("AUD-006", FINDINGS, "findings are published nowhere", { at: [DETECTOR] }),
  changed("AUD-006", FINDINGS, "findings are encrypted with another key", (findings) => {
    findings["kms_key_arn"] = "${aws_kms_key.platform-key_D125F7BC.arn}";
  }),
  changed("AUD-006", FINDINGS, "findings go into another stack's archive", (findings) => {
    findings["destination_arn"] = "arn:aws:s3:::clover-local-monitor-norway-archive-900000000009";
  }),
  changed("AUD-006", FINDINGS, "findings go under a prefix, whose folder GuardDuty demands to see", (findings) => {
    findings["destination_arn"] += "/dublin";
  }),
  added("AUD-006", "aws_guardduty_filter", "findings of a data source's detector are archived unread", {
    action: "ARCHIVE",
    name: "quiet",
    detector_id: "${data.aws_guardduty_detector.here.id}",
  }),
  added("AUD-006", "aws_guardduty_ipset", "a detector that is named by its id trusts addresses", {
    activate: true,
    detector_id: "12abc34d567e8fa901bc2d34e56789f0",
  }),
  {
    ...added("AUD-006", "aws_guardduty_filter", "findings are archived unread", { action: "ARCHIVE" }),
    break: (output) => {
      const [, name] = output.address(DUBLIN, DETECTOR).split(".");
      const detector_id = `\${${DETECTOR}.${name}.id}`;
      output.add(DUBLIN, "aws_guardduty_filter", "added", { action: "ARCHIVE", name: "quiet", detector_id });
    },
  },
];

/** The role in which EventBridge forwards Dublin's alerts loses what it needs; the finding is at the role. */
const powerless = (title: string, type: string, change: (block: Block, output: Output) => void) =>
  changed("AUD-008", type, title, change, { path: "alert-forwarding", at: [ROLE, "alert-forwarding"] });

const NOTHING = JSON.stringify({ Version: "2012-10-17", Statement: [] });

const forwarders: readonly Mutation[] = [
  powerless("the role that forwards may only look at rules", ROLE_POLICY, (policy, output) =>
    output.document(policy, "policy", ({ Statement }) => (Statement[0]!["Action"] = "events:DescribeRule")),
  ),
  powerless("the role that forwards is denied some services' events", ROLE_POLICY, (policy, output) =>
    output.document(policy, "policy", ({ Statement }) =>
      Statement.push({
        ...Statement[0],
        Sid: "No",
        Effect: "Deny",
        Condition: { "ForAnyValue:StringEquals": { "events:source": ["aws.guardduty"] } },
      }),
    ),
  ),
  powerless("the role that forwards is denied to", ROLE_POLICY, (policy, output) =>
    output.document(policy, "policy", ({ Statement }) =>
      Statement.push({ ...Statement[0], Sid: "No", Effect: "Deny" }),
    ),
  ),
  powerless("the role that forwards may do nothing", ROLE_POLICY, (policy) => (policy["policy"] = NOTHING)),
  powerless("the role that forwards has a boundary that denies all", ROLE, (role) => {
    role["permissions_boundary"] = "arn:aws:iam::aws:policy/AWSDenyAll";
  }),
  powerless("the role that forwards works for another account", ROLE, (role, output) =>
    output.document(role, "assume_role_policy", ({ Statement }) => {
      Statement[0]!["Condition"].StringEquals["aws:SourceAccount"] = "400000000004";
    }),
  ),
  powerless("the role that forwards trusts nobody", ROLE, (role) => (role["assume_role_policy"] = NOTHING)),
];

const silencers: readonly Mutation[] = [
  denied(DUBLIN, "AUD-008", "a guardrail lets nobody forward alerts", { Action: "events:PutEvents" }),
  denied(DUBLIN, "AUD-008", "a guardrail lets nobody forward what services say", {
    Action: "events:PutEvents",
    Condition: { "ForAnyValue:StringLike": { "events:source": "aws.*" } },
  }),
  denied(DUBLIN, "AUD-008", "a guardrail denies whatever it does not name", { NotAction: ["s3:*", "kms:*", "sts:*"] }),
  denied(DUBLIN, "AUD-008", "a guardrail lets nobody forward alerts from some day on", {
    Action: "events:Put*",
    Condition: { DateGreaterThan: { "aws:CurrentTime": "2027-06-01T00:00:00Z" } },
  }),
  denied(
    DUBLIN,
    "AUD-008",
    "no service may act in a role of an account",
    { Principal: "*", Action: "sts:AssumeRole" },
    "RESOURCE_CONTROL_POLICY",
  ),
  denied(DUBLIN, "AUD-021", "a guardrail denies the canary's allowed call", { Action: "kms:GenerateRandom" }),
];

/** Other roles in which AWS's services work for the monitor. */
const workers: readonly Mutation[] = [
  changed(
    "AUD-012",
    ROLE_POLICY,
    "what is delivered may not be replicated",
    (policy, output) =>
      output.document(policy, "policy", ({ Statement }) => without(Statement as Statement[], "Write")),
    { stack: MONITOR, path: "dublin-archive", at: [ROLE, "dublin-archive"] },
  ),
  changed("AUD-012", ROLE, "S3 replicates in no role", (role) => (role["assume_role_policy"] = NOTHING), {
    stack: MONITOR,
    path: "dublin-archive",
  }),
  changed(
    "AUD-021",
    ROLE_POLICY,
    "a canary may not make its allowed call",
    (policy, output) =>
      output.document(policy, "policy", ({ Statement }) => without(Statement as Statement[], "Allowed")),
    { path: "canary/permissions", at: [ROLE, "canary/role"] },
  ),
  changed(
    "AUD-023",
    ROLE_POLICY,
    "the schedules of validation may call nothing",
    (policy) => (policy["policy"] = NOTHING),
    { stack: MONITOR, path: "log-validation/permissions", at: [ROLE, "log-validation/role"] },
  ),
  changed(
    "AUD-025",
    ROLE,
    "the schedule of open incidents trusts nobody",
    (role) => (role["assume_role_policy"] = NOTHING),
    { stack: MONITOR, path: "incidents/role" },
  ),
];

const alerts: readonly Mutation[] = [
  removed("AUD-008", RULE, "tampering with the trail is not forwarded", { path: "trail-tampering", at: "stack" }),
  changed(
    "AUD-008",
    RULE,
    "stopping the trail is not forwarded",
    (rule) =>
      pattern(
        rule,
        ({ detail }) => (detail.eventName = detail.eventName.filter((name: string) => name !== "StopLogging")),
      ),
    { path: "trail-tampering" },
  ),
  changed(
    "AUD-008",
    RULE,
    "what one role does to keys is not forwarded",
    (rule) =>
      pattern(rule, ({ detail }) => (detail.userIdentity = { arn: [{ "anything-but": { suffix: "/admin" } }] })),
    { path: "key-changes" },
  ),
  changed(
    "AUD-008",
    RULE,
    "grave findings alone are forwarded",
    (rule) => pattern(rule, (parsed) => (parsed["detail"] = { severity: [{ numeric: [">=", 7] }] })),
    { path: "threat-findings" },
  ),
  removed("AUD-008", RULE, "nobody hears of drift", { path: "drift" }),
  removed("AUD-008", RULE, "nobody hears of a way out of a network", { path: "alert-forwarding/network-openings" }),
  removed("AUD-008", RULE, "nobody hears of what is shared", { path: "alert-forwarding/sharing" }),
  ...[
    ["network-openings", "CreateVpcPeeringConnection", "a peering"],
    ["network-changes", "ReplaceRoute", "a route that is replaced"],
    ["bucket-changes", "DeleteBucketReplication", "a replication that ends"],
    ["bucket-changes", "PutBucketLifecycle", "another lifecycle"],
    ["sharing", "ModifySnapshotAttribute", "a snapshot that is shared"],
    ["config-stop", "PutConfigurationRecorder", "a recorder that records less"],
  ].map(([rule, call, what]) =>
    changed(
      "AUD-008",
      RULE,
      `${what} is not forwarded`,
      (block) =>
        pattern(block, ({ detail }) => (detail.eventName = detail.eventName.filter((name: string) => name !== call))),
      { path: `alert-forwarding/${rule}` },
    ),
  ),
  changed("AUD-008", RULE, "a rule is off", (rule) => (rule["state"] = "DISABLED"), { path: "bucket-changes" }),
  changed("AUD-008", RULE, "denied reads are not heard of", (rule) => (rule["state"] = "ENABLED"), {
    path: "denied-access",
  }),
  changed("AUD-008", RULE, "a pattern comes from a variable", (rule) => (rule["event_pattern"] = "${var.pattern}"), {
    path: "root-use",
  }),
  removed("AUD-008", TARGET, "a rule has no target", { path: "config-stop", at: [RULE, "config-stop"] }),
  changed(
    "AUD-008",
    TARGET,
    "alerts go to a bus of the operator's",
    (target) => {
      target["arn"] = "arn:aws:events:eu-west-1:200000000002:event-bus/default";
    },
    { path: "alert-removal" },
  ),
  changed(
    "AUD-008",
    "aws_sqs_queue",
    "undelivered alerts are kept for a minute",
    (queue) => (queue["message_retention_seconds"] = 60),
    { path: "undelivered" },
  ),
  changed("AUD-008", TARGET, "undelivered alerts are lost", (target) => delete target["dead_letter_config"], {
    path: "console-sign-in",
  }),
  changed(
    "AUD-008",
    KEY,
    "the key of undelivered alerts does not let EventBridge encrypt",
    (key, output) =>
      output.document(key, "policy", (document) => without(document.Statement as Statement[], "UndeliveredAlerts")),
    { path: "platform-key" },
  ),
  ...["organization-changes", "identity-changes"].map((alert) =>
    removed("AUD-008", RULE, `${alert} are not forwarded where they are heard of`, {
      stack: "enclave",
      path: `alert-forwarding/${alert}`,
    }),
  ),
  changed(
    "AUD-008",
    RULE,
    "a session of root in the enclave is not forwarded",
    (block) =>
      pattern(
        block,
        ({ detail }) => (detail.eventName = detail.eventName.filter((name: string) => name !== "AssumeRoot")),
      ),
    // It is told of the rule that hears of the other ways in.
    { stack: "enclave", path: "alert-forwarding/ways-in", at: [RULE, "alert-forwarding/identity-changes"] },
  ),
  removed("AUD-008", RULE, "nobody hears that the role for emergencies is taken on", {
    stack: "organization",
    path: "alert-forwarding/break-glass-use",
  }),
  removed("AUD-017", RULE, "nothing takes the alerts that arrive", {
    stack: MONITOR,
    path: "every-alert",
    at: ["aws_cloudwatch_event_bus"],
  }),
  changed(
    "AUD-017",
    RULE,
    "the enclave's alerts are not taken",
    (rule) => {
      rule["event_pattern"] = '{"account":[{"anything-but":"500000000005"}]}';
    },
    { stack: MONITOR, path: "every-alert" },
  ),
  changed(
    "AUD-017",
    QUEUE_POLICY,
    "any rule fills the analysts' queue",
    (block, output) => output.document(block, "policy", ({ Statement }) => delete Statement[0]!["Condition"].ArnEquals),
    { stack: MONITOR, path: "alerts/alerts/policy" },
  ),
  ...Object.entries({ aws_lambda_event_source_mapping: "event_source_arn", aws_pipes_pipe: "source" }).map(
    ([type, attribute]) =>
      added(
        "AUD-017",
        type,
        `alerts are taken from the analysts' queue by ${type}`,
        (output) => ({ [attribute]: `\${${output.address(MONITOR, "aws_sqs_queue", "alerts/alerts")}.arn}` }),
        MONITOR,
      ),
  ),
  changed(
    "AUD-017",
    "aws_sqs_queue",
    "an alert that was looked at moves on",
    (queue) => (queue["redrive_policy"] = JSON.stringify({ deadLetterTargetArn: "arn:x", maxReceiveCount: 1 })),
    { stack: MONITOR, path: "alerts/alerts" },
  ),
  changed("AUD-017", TARGET, "analysts are told nothing of an alert", (target) => (target["input"] = "{}"), {
    stack: MONITOR,
    path: "to-analysts",
  }),
  changed(
    "AUD-017",
    "aws_sqs_queue",
    "the analysts' queue takes small alerts",
    (queue) => (queue["max_message_size"] = 1024),
    {
      stack: MONITOR,
      path: "alerts/alerts",
    },
  ),
  changed(
    "AUD-017",
    "aws_sqs_queue",
    "the analysts' queue holds alerts back",
    (queue) => (queue["delay_seconds"] = 900),
    {
      stack: MONITOR,
      path: "alerts/alerts",
    },
  ),
  changed("AUD-017", "aws_sqs_queue", "the analysts' queue has no key", (queue) => delete queue["kms_master_key_id"], {
    stack: MONITOR,
    path: "alerts/alerts",
  }),
  changed(
    "AUD-016",
    BUS_POLICY,
    "every role of the accounts puts events",
    (block, output) => output.document(block, "policy", ({ Statement }) => delete Statement[0]!["Condition"]),
    { stack: MONITOR },
  ),
  changed(
    "AUD-016",
    BUS_POLICY,
    "one account is not let in",
    (block, output) => output.document(block, "policy", ({ Statement }) => Statement[0]!["Principal"].AWS.pop()),
    { stack: MONITOR },
  ),
  changed(
    "AUD-016",
    BUS_POLICY,
    "the bus takes the trail's events alone",
    (block, output) =>
      output.document(block, "policy", ({ Statement }) => {
        Statement[0]!["Condition"]["ForAllValues:StringEquals"] = { "events:source": "aws.cloudtrail" };
      }),
    { stack: MONITOR },
  ),
  changed(
    "AUD-016",
    BUS_POLICY,
    "findings are kept out",
    (block, output) =>
      output.document(block, "policy", ({ Statement }) =>
        Statement.push({
          ...Statement[0],
          Sid: "Quiet",
          Effect: "Deny",
          Principal: "*",
          Condition: { "ForAnyValue:StringEquals": { "events:source": "aws.guardduty" } },
        }),
      ),
    { stack: MONITOR },
  ),
  changed("AUD-016", "aws_cloudwatch_event_bus", "the bus has no key", (bus) => delete bus["kms_key_identifier"], {
    stack: MONITOR,
  }),
  added("AUD-019", "aws_cloudwatch_composite_alarm", "an alarm's actions are off", {
    alarm_rule: "ALARM(errors)",
    alarm_actions: ["arn:aws:sns:eu-west-1:200000000002:alarms"],
    actions_enabled: false,
  }),
];

const sinks: readonly Mutation[] = [
  changed("AUD-009", "aws_lb", "a balancer's logs go to another bucket", (balancer) => {
    balancer["access_logs"] = { bucket: "elsewhere", enabled: true };
  }),
  changed("AUD-009", TRAIL, "a trail is copied into a log group", (trail) => {
    trail["cloud_watch_logs_group_arn"] = "arn:aws:logs:eu-west-1:200000000002:log-group:trail:*";
  }),
  changed("AUD-009", FINDINGS, "findings go to another bucket", (findings) => {
    findings["destination_arn"] = "arn:aws:s3:::elsewhere";
  }),
  changed("AUD-009", QUERY_LOG, "queries go to a stream elsewhere", (config) => {
    config["destination_arn"] = '${format("arn:aws:firehose:%s", var.stream)}';
  }),
  changed(
    "AUD-009",
    BUCKET,
    "a bucket's access is logged elsewhere",
    (bucket) => {
      bucket["logging"] = [{ target_bucket: "elsewhere" }];
    },
    { path: "user-data" },
  ),
  added("AUD-009", "aws_s3_bucket_logging", "a bucket's access is logged in the account", { target_bucket: "own" }),
  added("AUD-009", "aws_cloudwatch_log_subscription_filter", "logs are subscribed elsewhere", {
    destination_arn: "arn:aws:logs:eu-west-1:999999999999:destination:all",
  }),
  added("AUD-009", "aws_kinesis_firehose_delivery_stream", "a stream fills a bucket elsewhere", {
    extended_s3_configuration: { bucket_arn: "arn:aws:s3:::elsewhere" },
  }),
  added("AUD-009", "aws_vpclattice_access_log_subscription", "requests are logged elsewhere", {
    destination_arn: "arn:aws:s3:::elsewhere",
  }),
  added("AUD-009", "aws_msk_cluster", "brokers' logs go elsewhere", {
    logging_info: { broker_logs: { s3: { enabled: true, bucket: "elsewhere" } } },
  }),
  added("AUD-009", "aws_opensearch_domain", "searches are logged elsewhere", {
    log_publishing_options: [{ cloudwatch_log_group_arn: "arn:aws:logs:eu-west-1:999999999999:log-group:all" }],
  }),
  added("AUD-009", "aws_api_gateway_stage", "calls are logged elsewhere", {
    access_log_settings: { destination_arn: "arn:aws:firehose:us-east-1:200000000002:deliverystream/all" },
  }),
  added("AUD-009", "aws_wafv2_web_acl_logging_configuration", "requests are logged where a variable says", {
    log_destination_configs: ["${var.stream}"],
  }),
  added("AUD-009", "aws_redshift_logging", "a warehouse's log goes to another bucket", { bucket_name: "elsewhere" }),
  added(
    "AUD-009",
    "aws_flow_log",
    "an undeclared copy of the flow logs is made",
    { log_group_name: "flows" },
    "norway",
  ),
];

const archives: readonly Mutation[] = [
  changed("AUD-010", BUCKET, "an archive has another name", (bucket) => (bucket["bucket"] = "elsewhere"), {
    stack: MONITOR,
    path: "enclave-archive/archive",
    at: "stack",
  }),
  changed("AUD-010", KEY, "nothing holds a key to its declared ARN", (key) => delete key["lifecycle"].postcondition, {
    stack: MONITOR,
    path: ARCHIVE_KEY,
    at: "stack",
  }),
  removed("AUD-011", LOCK, "an archive is not locked", {
    stack: MONITOR,
    path: "dublin-archive",
    at: [BUCKET, ARCHIVE],
  }),
  changed(
    "AUD-011",
    LOCK,
    "some may lift an archive's lock",
    (lock) => (lock["rule"].default_retention.mode = "GOVERNANCE"),
    {
      stack: MONITOR,
      path: "dublin-archive",
    },
  ),
  changed("AUD-011", LOCK, "an archive's lock ends too early", (lock) => (lock["rule"].default_retention.days = 30), {
    stack: MONITOR,
    path: "dublin-archive",
  }),
  changed(
    "AUD-011",
    "aws_s3_bucket_versioning",
    "an archive keeps no versions",
    (versioning) => {
      versioning["versioning_configuration"].status = "Suspended";
    },
    { stack: MONITOR, path: ARCHIVE },
  ),
  changed(
    "AUD-011",
    "aws_s3_bucket_server_side_encryption_configuration",
    "an archive has another's key",
    (block) => {
      block["rule"][0].apply_server_side_encryption_by_default.kms_master_key_id =
        "${aws_kms_key.platform-key_D125F7BC.arn}";
    },
    { stack: MONITOR, path: ARCHIVE },
  ),
  {
    ...added(
      "AUD-011",
      "aws_s3_bucket_logging",
      "access logs are sent into a locked archive, and lost",
      {
        bucket: "own",
        target_bucket: "clover-local-monitor-dublin-archive-900000000009",
      },
      MONITOR,
    ),
  },
  removed("AUD-012", REPLICATION, "an intake is not replicated", {
    stack: MONITOR,
    path: "dublin-archive",
    at: [BUCKET, INTAKE],
  }),
  changed(
    "AUD-012",
    REPLICATION,
    "a part of an intake is replicated",
    (block) => (block["rule"][0].filter = { prefix: "x" }),
    {
      stack: MONITOR,
      path: "dublin-archive",
    },
  ),
  changed(
    "AUD-012",
    REPLICATION,
    "an intake is replicated elsewhere",
    (block) => {
      block["rule"][0].destination.bucket = '${replace("arn:aws:s3:::x", "x", var.bucket)}';
    },
    { stack: MONITOR, path: "dublin-archive" },
  ),
  changed(
    "AUD-012",
    REPLICATION,
    "what is encrypted is not replicated",
    (block) => {
      delete block["rule"][0].source_selection_criteria;
    },
    { stack: MONITOR, path: "dublin-archive" },
  ),
];

const policies: readonly Mutation[] = [
  opened("AUD-013", "uploads without a header are denied", (statements) => {
    delete named(statements, "WrongKey").Condition.Null;
  }),
  opened("AUD-013", "an ACL is demanded of flow logs", (statements) => {
    named(statements, "Logs").Condition.StringEquals["s3:x-amz-acl"] = "bucket-owner-full-control";
  }),
  opened("AUD-013", "GuardDuty cannot try whether it may write", (statements) => {
    named(statements, "Findings").Resource =
      "arn:aws:s3:::clover-local-monitor-dublin-archive-900000000009/AWSLogs/200000000002/*";
  }),
  opened("AUD-013", "uploads are denied by the version of their signature", (statements) =>
    statements.push({
      Effect: "Deny",
      Principal: "*",
      Action: "s3:PutObject",
      Resource: "*",
      Condition: { StringEquals: { "s3:signatureversion": "AWS4-HMAC-SHA256" } },
    }),
  ),
  opened("AUD-013", "Config may not look at its intake", (statements) => without(statements, "ConfigLook"), INTAKE),
  opened("AUD-014", "flow logs of anybody are taken", (statements) => delete named(statements, "Logs").Condition),
  opened("AUD-014", "findings of anybody are taken", (statements) => delete named(statements, "Findings").Condition),
  opened("AUD-014", "a trail writes under every prefix", (statements) => {
    named(statements, "Trail").Resource = "arn:aws:s3:::clover-local-monitor-dublin-archive-900000000009/*";
  }),
  opened("AUD-014", "the operator lists an archive", (statements) =>
    statements.push({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::200000000002:root" },
      Action: "s3:ListBucket",
      Resource: "arn:aws:s3:::clover-local-monitor-dublin-archive-900000000009",
    }),
  ),
  opened("AUD-014", "deletions are not denied", (statements) => without(statements, "NobodyDeletes")),
  opened("AUD-014", "reads by others are not denied", (statements) => without(statements, "MonitorReads"), INTAKE),
  opened("AUD-014", "every role of the monitor's may change the policy", (statements) => {
    named(statements, "AdministratorsChange").Condition = {
      ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::900000000009:role/*" },
    };
  }),
  opened("AUD-014", "every role of the monitor's may end the events of what arrives", (statements) => {
    const denial = named(statements, "AdministratorsChange");
    denial.NotAction = [denial.NotAction, "s3:PutBucketNotification"].flat();
  }),
  opened(
    "AUD-014",
    "every role of the monitor's may have each key listed elsewhere",
    (statements) => {
      const denial = named(statements, "AdministratorsChange");
      denial.NotAction = [denial.NotAction, "s3:PutInventoryConfiguration"].flat();
    },
    INTAKE,
  ),
  removed("AUD-014", BUCKET_POLICY, "an archive has no policy", {
    stack: MONITOR,
    path: ARCHIVE,
    at: [BUCKET, ARCHIVE],
  }),
  opened(
    "AUD-015",
    "the operator decrypts an archive",
    (statements) => {
      const callers = ["900000000009", "200000000002"];
      named(statements, "UseThroughServices").Condition.StringEquals["kms:CallerAccount"] = callers;
    },
    ARCHIVE_KEY,
    KEY,
  ),
  opened("AUD-015", "the trail cannot encrypt", (statements) => without(statements, "Trail"), ARCHIVE_KEY, KEY),
  opened(
    "AUD-015",
    "findings of anybody are encrypted",
    (statements) => delete named(statements, "Findings").Condition,
    ARCHIVE_KEY,
    KEY,
  ),
  changed(
    "AUD-018",
    "aws_iam_role",
    "the operator assumes a role of the monitor's",
    (role, output) =>
      output.document(role, "assume_role_policy", ({ Statement }) =>
        Statement.push({ Effect: "Allow", Principal: { AWS: "100000000001" }, Action: "sts:AssumeRole" }),
      ),
    { stack: MONITOR, path: "dublin-archive" },
  ),
  added(
    "AUD-018",
    "aws_sns_topic_policy",
    "everybody reads a topic of the monitor's",
    {
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: "*", Action: "sns:Subscribe", Resource: "*" }],
      }),
    },
    MONITOR,
  ),
  added(
    "AUD-018",
    "aws_kms_grant",
    "the operator is granted the use of a key of the monitor's",
    { key_id: "key", grantee_principal: "arn:aws:iam::200000000002:role/any", operations: ["Decrypt"] },
    MONITOR,
  ),
];

const SILENCE = { stack: MONITOR, path: "silence/dublin-trail-digests", at: "stack" } as const;
const silence = { stack: MONITOR, path: "silence/dublin-trail-digests" };
const ALARM = "aws_cloudwatch_metric_alarm";

const silences: readonly Mutation[] = [
  removed("AUD-020", ALARM, "nobody misses a trail's digests", SILENCE),
  changed(
    "AUD-020",
    ALARM,
    "nothing counted is no silence",
    (alarm) => (alarm["treat_missing_data"] = "missing"),
    silence,
  ),
  changed("AUD-020", ALARM, "silence may last for days", (alarm) => (alarm["evaluation_periods"] = 72), silence),
  changed("AUD-020", ALARM, "one arrival among many hours is looked for", (alarm) => (alarm["threshold"] = 0), silence),
  changed(
    "AUD-020",
    RULE,
    "what arrives of another account hides a silence",
    (rule) => pattern(rule, (one) => (one["detail"].object.key = [{ wildcard: "*/AWSLogs/*" }])),
    silence,
  ),
  changed("AUD-020", RULE, "a rule hears of nothing", (rule) => (rule["state"] = "DISABLED"), silence),
  changed(
    "AUD-020",
    "aws_s3_bucket_notification",
    "S3 tells nobody of what arrives",
    (notification) => (notification["eventbridge"] = false),
    { stack: MONITOR, path: "dublin-archive/archive-arrivals" },
  ),
  changed(
    "AUD-008",
    RULE,
    "alarms of one name alone are forwarded",
    (rule) => pattern(rule, (one) => (one["detail"].alarmName = ["errors"])),
    { path: "alert-forwarding/alarms" },
  ),
  removed("AUD-008", RULE, "the end of looking for threats is not forwarded", { path: "detection-stop", at: "stack" }),
  changed("AUD-019", RULE, "an account's alarms are not sent to the monitor", (rule) => (rule["state"] = "DISABLED"), {
    stack: MONITOR,
    path: "alert-forwarding/alarms",
    at: [ALARM, "silence/dublin-trail-digests"],
  }),
];

const CANARY = { path: "canary/denied", at: "stack" } as const;
const ofCanary = (call: string) => ({ stack: MONITOR, path: `canaries/enclave-${call}` });

const canaries: readonly Mutation[] = [
  removed("AUD-021", "aws_scheduler_schedule", "a canary makes no denied call", CANARY),
  changed("AUD-021", "aws_scheduler_schedule", "a canary is switched off", (one) => (one["state"] = "DISABLED"), {
    path: "canary/allowed",
  }),
  changed("AUD-021", "aws_scheduler_schedule", "a canary begins in ten years", (one) => (one["start_date"] = LATER), {
    path: "canary/denied",
  }),
  changed(
    "AUD-021",
    "aws_iam_role_policy",
    "a canary may use its key on its own",
    (policy, output) =>
      output.document(
        policy,
        "policy",
        ({ Statement }) => delete named(Statement as Statement[], "Schedule").Condition,
      ),
    { path: "canary/permissions", at: ["aws_iam_role", "canary/role"] },
  ),
  removed("AUD-021", RULE, "a canary's allowed calls are not forwarded", { path: "canary-allowed", at: "stack" }),
  removed("AUD-022", ALARM, "nobody misses the enclave's canary", { ...ofCanary("denied-silence"), at: "stack" }),
  changed(
    "AUD-022",
    ALARM,
    "an alarm takes a silent canary for a good one",
    (alarm) => delete alarm["treat_missing_data"],
    {
      ...ofCanary("allowed-silence"),
    },
  ),
  changed("AUD-022", RULE, "a rule hears of no reads", (rule) => (rule["state"] = "ENABLED"), {
    stack: MONITOR,
    path: "canaries/norway-allowed",
  }),
];

/** Undelivered alerts of Dublin's. */
const WAITING = { path: "alert-forwarding/undelivered/waiting" };
const waiting = { ...WAITING, at: [QUEUE, "alert-forwarding/undelivered"] } as const;
const unread = { stack: MONITOR, path: "alerts/alerts/waiting" };

const queues: readonly Mutation[] = [
  removed("AUD-027", ALARM, "undelivered alerts wait unseen", waiting),
  removed("AUD-027", ALARM, "what the incidents' function could not handle waits unseen", {
    stack: MONITOR,
    path: "incidents/function/unhandled/waiting",
    at: [QUEUE, "incidents/function/unhandled"],
  }),
  changed("AUD-027", ALARM, "ten undelivered alerts are none", (alarm) => (alarm["threshold"] = 10), WAITING),
  changed("AUD-027", ALARM, "alerts may be unread for ten days", (alarm) => (alarm["threshold"] = 864_000), unread),
  changed(
    "AUD-027",
    ALARM,
    "undelivered alerts may wait for a day",
    (alarm) => {
      alarm["metric_name"] = "ApproximateAgeOfOldestMessage";
      alarm["threshold"] = 86_400;
    },
    WAITING,
  ),
  changed(
    "AUD-027",
    ALARM,
    "the alarm of the analysts' queue is on another",
    (alarm, output) => {
      const other = output.address(MONITOR, QUEUE, "alerts/unread-alerts");
      alarm["dimensions"] = { QueueName: `\${${other}.name}` };
    },
    { ...unread, at: [QUEUE, "alerts/alerts"] },
  ),
  changed(
    "AUD-027",
    ALARM,
    "the alarm of undelivered alerts is called as a workload's is",
    (alarm) => (alarm["alarm_name"] = "clover-local-dublin-undelivered-alerts"),
    WAITING,
  ),
  changed(
    "AUD-027",
    ALARM,
    "an expression decides whether undelivered alerts raise an alarm",
    (alarm) => (alarm["count"] = "${var.alarms}"),
    WAITING,
  ),
  added("AUD-027", QUEUE, "a queue of records is added that nobody looks at", {
    name: "jobs",
    tags: { "data-class": "audit" },
  }),
];

/** A setting of one of the monitor's functions is changed. */
const unbuilt = (title: string, change: (lambda: Block) => void, path = "log-validation") =>
  changed("AUD-024", LAMBDA, title, change, { stack: MONITOR, path });

const VALIDATION = { stack: MONITOR, path: "log-validation/function/permissions" };

const validations: readonly Mutation[] = [
  removed("AUD-023", "aws_scheduler_schedule", "nobody validates the enclave's trail", {
    stack: MONITOR,
    path: "log-validation/validate-enclave",
    at: "stack",
  }),
  changed(
    "AUD-023",
    "aws_scheduler_schedule",
    "validation of a trail begins in ten years",
    (one) => (one["start_date"] = LATER),
    { stack: MONITOR, path: "log-validation/validate-norway" },
  ),
  removed("AUD-023", ALARM, "a day that is not proved tells nobody", {
    stack: MONITOR,
    path: "log-validation/failed",
    at: "stack",
  }),
  removed("AUD-023", ALARM, "what Lambda gives up of validation tells nobody", {
    stack: MONITOR,
    path: "log-validation/dropped",
    at: "stack",
  }),
  removed("AUD-023", ALARM, "nobody misses the verdicts on the enclave's trail", {
    stack: MONITOR,
    path: "log-validation/missing-enclave",
    at: "stack",
  }),
  changed(
    "AUD-023",
    ALARM,
    "a day on which a trail was not validated is a good one",
    (alarm) => (alarm["treat_missing_data"] = "notBreaching"),
    { stack: MONITOR, path: "log-validation/missing-norway" },
  ),
  changed(
    "AUD-023",
    RULE,
    "another trail's verdict hides that there is none",
    (rule) => pattern(rule, (parsed) => (parsed["detail"] = { object: { key: [{ prefix: "validation/" }] } })),
    { stack: MONITOR, path: "log-validation/verdict-norway" },
  ),
  changed(
    "AUD-024",
    "aws_iam_role_policy",
    "the monitor's function writes wherever it likes",
    (policy, output) =>
      output.document(policy, "policy", ({ Statement }) => {
        named(Statement as Statement[], "Keep").Resource = "*";
      }),
    { ...VALIDATION, at: ["aws_lambda_function", "log-validation"] },
  ),
  unbuilt("a function runs on another runtime", (lambda) => (lambda["runtime"] = "provided.al2023")),
  unbuilt("the monitor's function loads other code first", (lambda) => {
    lambda["environment"].variables.NODE_OPTIONS = "--import=data:text/javascript,fetch()";
  }),
  unbuilt("the monitor's function looks at no archive that there is", (lambda) => {
    lambda["environment"].variables.PREFIX = "other";
  }),
  unbuilt("the monitor's function is told nothing", (lambda) => delete lambda["environment"]),
  unbuilt("the monitor's function never runs", (lambda) => (lambda["reserved_concurrent_executions"] = 0)),
  unbuilt("the monitor's function has a second", (lambda) => (lambda["timeout"] = 1)),
  unbuilt("another export of the monitor's function runs", (lambda) => (lambda["handler"] = "index.nothing")),
  unbuilt("a layer runs beside the monitor's function", (lambda) => {
    lambda["layers"] = ["arn:aws:lambda:eu-west-2:900000000009:layer:other:1"];
  }),
  unbuilt(
    "incidents of some stacks alone are looked at",
    (lambda) => (lambda["environment"].variables.STACKS = "monitor"),
    "incidents",
  ),
  added("AUD-026", LAMBDA, "a site's function is started by another program", {
    function_name: "report",
    environment: { variables: { AWS_LAMBDA_EXEC_WRAPPER: "/opt/wrapper" } },
  }),
  removed("AUD-025", RULE, "a finding opens no incident", {
    stack: MONITOR,
    path: "incidents/threat-findings",
    at: "stack",
  }),
  ...["organization-changes", "ways-in", "break-glass-use"].map((alert) =>
    removed("AUD-025", RULE, `${alert} opens no incident`, {
      stack: MONITOR,
      path: `incidents/${alert}`,
      at: "stack",
    }),
  ),
  changed(
    "AUD-025",
    RULE,
    "what a trail records of the organization opens no incident",
    (block) => pattern(block, (one) => (one["source"] = ["aws.organizations"])),
    { stack: MONITOR, path: "incidents/organization-changes" },
  ),
  changed(
    "AUD-025",
    RULE,
    "a user that is made in the partition's first region opens no incident",
    (block) => pattern(block, ({ detail }) => (detail.eventName = ["UpdateAccessKey"])),
    { stack: MONITOR, path: "incidents/ways-in" },
  ),
  removed("AUD-025", RULE, "a way out of a network opens no incident", {
    stack: MONITOR,
    path: "incidents/network-openings",
    at: "stack",
  }),
  changed(
    "AUD-025",
    RULE,
    "a snapshot that is shared opens no incident",
    (block) =>
      pattern(
        block,
        ({ detail }) =>
          (detail.eventName = detail.eventName.filter((name: string) => name !== "ModifySnapshotAttribute")),
      ),
    { stack: MONITOR, path: "incidents/sharing" },
  ),
  changed("AUD-025", TARGET, "an incident is opened without its alert", (target) => (target["input"] = "{}"), {
    stack: MONITOR,
    path: "incidents/threat-findings",
  }),
  changed("AUD-025", "aws_lambda_permission", "a rule may call one version", (one) => (one["qualifier"] = "1"), {
    stack: MONITOR,
    path: "incidents/alarms-permission",
  }),
  removed("AUD-025", "aws_lambda_permission", "a rule is not let in", {
    stack: MONITOR,
    path: "incidents/alarms-permission",
    at: [RULE, "incidents/alarms"],
  }),
  removed("AUD-025", "aws_scheduler_schedule", "nobody looks at open incidents", {
    stack: MONITOR,
    path: "incidents/hourly",
    at: "stack",
  }),
  changed(
    "AUD-025",
    "aws_scheduler_schedule",
    "open incidents are looked at from in ten years on",
    (one) => (one["start_date"] = LATER),
    { stack: MONITOR, path: "incidents/hourly" },
  ),
  changed(
    "AUD-025",
    RULE,
    "every alarm of every account opens an incident",
    (rule) => pattern(rule, (parsed) => delete parsed["$or"]),
    { stack: MONITOR, path: "incidents/alarms" },
  ),
  changed(
    "AUD-025",
    RULE,
    "a workload's alarms open incidents",
    (rule) => pattern(rule, ({ $or }) => ($or[1].detail.alarmName = [{ prefix: "clover-local-" }])),
    { stack: MONITOR, path: "incidents/alarms" },
  ),
  changed(
    "AUD-025",
    RULE,
    "alarms of undelivered alerts are looked for under another name",
    (rule) => pattern(rule, ({ $or }) => ($or[1].detail.alarmName = [{ prefix: "clover-local-alarm-" }])),
    { stack: MONITOR, path: "incidents/alarms" },
  ),
  changed(
    "AUD-025",
    RULE,
    "the monitor's own alarms open no incident",
    (rule) => pattern(rule, ({ $or }) => ($or[0].account = ["200000000002"])),
    { stack: MONITOR, path: "incidents/alarms" },
  ),
  removed("AUD-025", ALARM, "what Lambda gives up of alerts tells nobody", {
    stack: MONITOR,
    path: "incidents/dropped",
    at: "stack",
  }),
  removed("AUD-025", ALARM, "nobody misses the looks at open incidents", {
    stack: MONITOR,
    path: "incidents/missing",
    at: "stack",
  }),
  changed(
    "AUD-025",
    ALARM,
    "calls of the function by alerts hide that nobody looks",
    (alarm) => {
      alarm["namespace"] = "AWS/Lambda";
      alarm["metric_name"] = "Invocations";
      alarm["dimensions"] = { FunctionName: "clover-local-monitor-incident-record" };
    },
    { stack: MONITOR, path: "incidents/missing", at: "stack" },
  ),
  removed("AUD-025", ALARM, "a call that is refused tells nobody", {
    stack: MONITOR,
    path: "incidents/refused",
    at: "stack",
  }),
  changed(
    "AUD-025",
    "aws_scheduler_schedule",
    "looks at open incidents are counted with validations",
    (schedule) => delete schedule["group_name"],
    { stack: MONITOR, path: "incidents/hourly" },
  ),
  changed(
    "AUD-025",
    "aws_scheduler_schedule",
    "validations are counted as looks at open incidents",
    (schedule, output) => {
      schedule["group_name"] = `\${${output.address(MONITOR, "aws_scheduler_schedule_group", "incidents")}.name}`;
    },
    {
      stack: MONITOR,
      path: "log-validation/validate-norway",
      at: ["aws_scheduler_schedule", "incidents/hourly"],
    },
  ),
  changed(
    "AUD-025",
    "aws_iam_role_policy",
    "incidents cannot be kept",
    (policy, output) => output.document(policy, "policy", ({ Statement }) => without(Statement as Statement[], "Keep")),
    { stack: MONITOR, path: "incidents/function", at: ["aws_lambda_function", "incidents"] },
  ),
  changed(
    "AUD-024",
    "aws_iam_role_policy",
    "incidents are told of in any name",
    (policy, output) =>
      output.document(policy, "policy", ({ Statement }) => {
        delete named(Statement as Statement[], "Tell").Condition;
      }),
    { stack: MONITOR, path: "incidents/function", at: ["aws_lambda_function", "incidents"] },
  ),
];

const OF_DUBLIN = { stack: MONITOR, path: "trail-alerts/of-dublin" };
const TELLING = { stack: MONITOR, path: "trail-alerts/function/permissions", at: [LAMBDA, "trail-alerts"] } as const;
const keysOf = (block: Block, change: (keys: { prefix: string }[]) => unknown) =>
  pattern(block, ({ detail }) => (detail.object.key = change(detail.object.key)));

const trailAlerts: readonly Mutation[] = [
  removed("AUD-028", LAMBDA, "nobody tells what trails record elsewhere", {
    stack: MONITOR,
    path: "trail-alerts",
    at: "stack",
  }),
  removed("AUD-028", RULE, "nobody tells what Dublin's trail records elsewhere", { ...OF_DUBLIN, at: "stack" }),
  changed("AUD-028", RULE, "the rule of Dublin's trail is off", (rule) => (rule["state"] = "DISABLED"), OF_DUBLIN),
  changed(
    "AUD-028",
    RULE,
    "the partition's first region is not listened to",
    (rule) => keysOf(rule, (keys) => keys.filter(({ prefix }) => !prefix.endsWith("/u"))),
    OF_DUBLIN,
  ),
  changed(
    "AUD-028",
    RULE,
    "the partition's first region alone is listened to",
    (rule) => keysOf(rule, (keys) => keys.filter(({ prefix }) => prefix.endsWith("/u"))),
    OF_DUBLIN,
  ),
  changed(
    "AUD-028",
    RULE,
    "what Dublin's own rules tell is told again",
    (rule) => keysOf(rule, () => [{ prefix: "dublin/AWSLogs/200000000002/CloudTrail/" }]),
    OF_DUBLIN,
  ),
  changed(
    "AUD-028",
    RULE,
    "another archive is listened to",
    (rule) =>
      pattern(rule, ({ detail }) => (detail.bucket.name = ["clover-local-monitor-norway-archive-900000000009"])),
    { ...OF_DUBLIN, at: "stack" },
  ),
  changed(
    "AUD-028",
    "aws_s3_bucket_notification",
    "S3 tells nobody of a trail's files",
    (notification) => delete notification["eventbridge"],
    { stack: MONITOR, path: "dublin-archive/archive-arrivals" },
  ),
  changed(
    "AUD-028",
    TARGET,
    "a file that is not delivered is lost",
    (target) => delete target["dead_letter_config"],
    OF_DUBLIN,
  ),
  changed("AUD-028", TARGET, "the function is not told which file", (target) => (target["input"] = "{}"), OF_DUBLIN),
  removed("AUD-028", "aws_lambda_permission", "a rule of a trail is not let in", {
    ...OF_DUBLIN,
    at: [RULE, "trail-alerts/of-dublin"],
  }),
  changed(
    "AUD-028",
    QUEUE_POLICY,
    "the queue takes no file of which nobody is told",
    (policy) => (policy["policy"] = NOTHING),
    {
      stack: MONITOR,
      path: "trail-alerts/untold",
    },
  ),
  ...["Read", "Keys", "Tell"].map((sid) =>
    changed(
      "AUD-028",
      ROLE_POLICY,
      `the function that tells may not: ${sid}`,
      (policy, output) => output.document(policy, "policy", ({ Statement }) => without(Statement as Statement[], sid)),
      TELLING,
    ),
  ),
  removed("AUD-028", ALARM, "a file that cannot be read tells nobody", {
    stack: MONITOR,
    path: "trail-alerts/failed",
    at: "stack",
  }),
  changed(
    "AUD-024",
    ROLE_POLICY,
    "what trails record is told in any name",
    (policy, output) =>
      output.document(policy, "policy", ({ Statement }) => {
        delete named(Statement as Statement[], "Tell").Condition;
      }),
    TELLING,
  ),
  unbuilt(
    "another role is watched than the one for emergencies",
    (lambda) => (lambda["environment"].variables.BREAK_GLASS = "arn:aws:iam::100000000001:role/other"),
    "trail-alerts",
  ),
];

/** Ways to lose a record, to keep it from the monitor, or to let somebody change it. */
const made: readonly Mutation[] = [
  removed("AUD-030", "aws_cloudwatch_log_group", "a function's log group is not there", {
    stack: MONITOR,
    path: "log-validation/function/logs",
    at: ["aws_lambda_function", "log-validation"],
  }),
  added("AUD-030", "aws_db_instance", "a database's service makes its log group", {
    identifier: "users",
    enabled_cloudwatch_logs_exports: ["postgresql"],
  }),
];

export const auditMutations: readonly Mutation[] = [
  ...made,
  ...trails,
  ...networks,
  ...accounts,
  ...silencers,
  ...forwarders,
  ...workers,
  ...alerts,
  ...sinks,
  ...archives,
  ...policies,
  ...silences,
  ...canaries,
  ...queues,
  ...validations,
  ...trailAlerts,
];
