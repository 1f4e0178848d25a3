import { along } from "../along";
import { at, type Channel, type Passage, type Surroundings } from "../channel";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { valuesAt } from "../../model/values-at";

const GUIDE = "https://docs.aws.amazon.com";

/** Where a service delivers what it records, with what must be exactly the declared. */
interface Delivery {
  readonly title: string;
  readonly type: string;
  readonly what: string;
  readonly source: string;
  /** The destination, in the block `in`. */
  readonly in?: string;
  readonly bucket?: string;
  readonly arn?: string;
  /** Which of the stack's declared sinks it must be. */
  readonly sink: "archiveBucket" | "intakeBucket" | "archiveBucketArn" | "alertBusArn";
  /** The prefix in the bucket: the stack's name. */
  readonly prefix?: string;
  /** Whether its ARN is the sink's own; any other goes on with the stack's prefix. */
  readonly isUnprefixed?: boolean;
  readonly key?: string;
  readonly also?: readonly string[];
}

const DELIVERIES: readonly Delivery[] = [
  {
    title: "CloudTrail delivery",
    type: "aws_cloudtrail",
    what: "Who called which API, with the names of objects and items, goes to a bucket",
    source: `${GUIDE}/awscloudtrail/latest/userguide/cloudtrail-create-a-trail-using-the-cli.html`,
    bucket: "s3_bucket_name",
    sink: "archiveBucket",
    prefix: "s3_key_prefix",
    key: "kms_key_id",
  },
  {
    title: "AWS Config delivery",
    type: "aws_config_delivery_channel",
    what: "How every resource is configured goes to a bucket",
    source: `${GUIDE}/config/latest/developerguide/manage-delivery-channel.html`,
    bucket: "s3_bucket_name",
    sink: "intakeBucket",
    prefix: "s3_key_prefix",
    key: "s3_kms_key_arn",
  },
  {
    title: "VPC flow log",
    type: "aws_flow_log",
    what: "Which addresses talked to which goes to a bucket, a log group or a stream",
    source: `${GUIDE}/vpc/latest/userguide/flow-logs.html`,
    arn: "log_destination",
    sink: "archiveBucketArn",
    also: ["log_group_name", "deliver_cross_account_role"],
  },
  {
    title: "Resolver query log",
    type: "aws_route53_resolver_query_log_config",
    what: "Which names were asked for goes to a bucket, a log group or a stream",
    source: `${GUIDE}/Route53/latest/DeveloperGuide/resolver-query-logs.html`,
    arn: "destination_arn",
    sink: "archiveBucketArn",
  },
  {
    title: "GuardDuty export",
    type: "aws_guardduty_publishing_destination",
    what: "Findings go to a bucket",
    source: `${GUIDE}/guardduty/latest/ug/guardduty_exportfindings.html`,
    arn: "destination_arn",
    sink: "archiveBucketArn",
    isUnprefixed: true,
    key: "kms_key_arn",
  },
  {
    title: "Network Firewall log",
    type: "aws_networkfirewall_logging_configuration",
    what: "Flows and alerts of the firewall go to a bucket, a log group or a stream",
    source: `${GUIDE}/network-firewall/latest/developerguide/firewall-logging.html`,
    in: "logging_configuration.log_destination_config.log_destination",
    bucket: "bucketName",
    sink: "archiveBucket",
    prefix: "prefix",
  },
];

/** Records of what was done; where they go to the stack's declared sink exactly, the monitor's declaration covers them. */
export const telemetry: readonly Channel[] = [
  ...DELIVERIES.map(delivery),
  along({
    title: "CloudTrail notification",
    types: ["aws_cloudtrail"],
    moves: "telemetry",
    what: "Records of API calls go to a log group",
    source: `${GUIDE}/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html`,
    to: [{ arn: "cloud_watch_logs_group_arn" }],
    also: ["sns_topic_name", "is_organization_trail"],
  }),
  along({
    title: "Config notification",
    types: ["aws_config_delivery_channel"],
    moves: "telemetry",
    what: "Changes of configuration go to a topic",
    source: `${GUIDE}/config/latest/developerguide/notifications-for-AWS-Config.html`,
    to: [{ arn: "sns_topic_arn" }],
  }),
  along({
    title: "Config rule",
    types: ["aws_config_config_rule"],
    moves: "telemetry",
    what: "Configurations go to a function that judges them; a rule of AWS's own is judged where it is",
    source: `${GUIDE}/config/latest/developerguide/evaluate-config_develop-rules.html`,
    to: [{ in: "source", arn: "source_identifier" }],
    unless: (rule) => rule.value("source[0].owner").is("AWS") === "yes",
  }),
  along({
    title: "Config aggregator",
    types: ["aws_config_configuration_aggregator"],
    moves: "telemetry",
    inbound: true,
    what: "The configuration of other accounts and regions comes to the aggregator's",
    source: `${GUIDE}/config/latest/developerguide/aggregate-data.html`,
    to: [
      { in: "account_aggregation_source", account: "account_ids" },
      { in: "account_aggregation_source", region: "regions" },
      { in: "organization_aggregation_source", region: "regions" },
      { in: "account_aggregation_source", open: { path: "all_regions", when: ["true"] } },
      { in: "organization_aggregation_source", open: { path: "all_regions", when: ["true"] } },
    ],
  }),
  along({
    title: "Config aggregate authorization",
    types: ["aws_config_aggregate_authorization"],
    moves: "telemetry",
    what: "The account's configuration goes to an aggregator's account and region",
    source: `${GUIDE}/config/latest/developerguide/authorize-aggregator-account-cli.html`,
    to: [{ account: "account_id", region: "region" }],
  }),
  along({
    title: "Load balancer log",
    types: ["aws_lb", "aws_alb", "aws_elb"],
    moves: "telemetry",
    what: "Requests and connections, with their URLs, go to a bucket",
    source: `${GUIDE}/elasticloadbalancing/latest/application/load-balancer-access-logs.html`,
    to: [
      { in: "access_logs", bucket: "bucket" },
      { in: "connection_logs", bucket: "bucket" },
    ],
  }),
  along({
    title: "S3 server access log",
    types: ["aws_s3_bucket_logging"],
    moves: "telemetry",
    from: { bucket: ["aws_s3_bucket"] },
    what: "Requests to a bucket, with the names of objects, go to another bucket",
    source: `${GUIDE}/AmazonS3/latest/userguide/ServerLogs.html`,
    to: [{ bucket: "target_bucket" }],
  }),
  along({
    title: "S3 server access log",
    types: ["aws_s3_bucket"],
    moves: "telemetry",
    what: "Requests to a bucket, with the names of objects, go to another bucket",
    source: `${GUIDE}/AmazonS3/latest/userguide/ServerLogs.html`,
    to: [{ in: "logging", bucket: "target_bucket" }],
  }),
  along({
    title: "CloudWatch metric stream",
    types: ["aws_cloudwatch_metric_stream"],
    moves: "telemetry",
    what: "Metrics go to a Firehose stream",
    source: `${GUIDE}/AmazonCloudWatch/latest/monitoring/CloudWatch-Metric-Streams.html`,
    to: [{ arn: "firehose_arn" }],
    also: ["include_linked_accounts_metrics"],
  }),
  along({
    title: "Notification of a service",
    types: [
      "aws_cloudwatch_metric_alarm",
      "aws_cloudwatch_composite_alarm",
      "aws_backup_vault_notifications",
      "aws_db_event_subscription",
      "aws_autoscaling_notification",
    ],
    moves: "telemetry",
    what: "What happened to a resource goes to a topic or another action",
    source: `${GUIDE}/sns/latest/dg/sns-event-sources.html`,
    to: [
      { arn: "alarm_actions" },
      { arn: "ok_actions" },
      { arn: "insufficient_data_actions" },
      { arn: "sns_topic_arn" },
      { arn: "sns_topic" },
      { arn: "topic_arn" },
    ],
  }),
  along({
    title: "GuardDuty membership",
    types: ["aws_guardduty_member", "aws_guardduty_invite_accepter", "aws_guardduty_organization_admin_account"],
    moves: "telemetry",
    what: "Findings go to the administrator's account",
    source: `${GUIDE}/guardduty/latest/ug/guardduty_accounts.html`,
    to: [{ account: "account_id" }, { account: "master_account_id" }, { account: "admin_account_id" }],
    also: ["email"],
  }),
];

function delivery(spec: Delivery): Channel {
  const inBlock = (path: string) => (spec.in === undefined ? path : spec.in);
  const paths = [spec.bucket, spec.arn].flatMap((path) => (path === undefined ? [] : inBlock(path)));
  return {
    title: spec.title,
    types: [spec.type],
    moves: "telemetry",
    what: spec.what,
    source: spec.source,
    claims: [...paths, ...(spec.also ?? [])],
    find: (resource, around) => deliveries(spec, resource, around),
  };
}

function* deliveries(spec: Delivery, resource: Resource, { atlas, declared }: Surroundings): Generator<Passage> {
  const sinks = declared.sinks(resource.stack);
  const blocks =
    spec.in === undefined ? [resource.root] : valuesAt(resource, spec.in).flatMap((value) => value.items());
  for (const block of blocks) {
    const value = block.value((spec.bucket ?? spec.arn)!);
    if (value.isAbsent || value.data === "") continue;
    const isExact =
      sinks !== undefined &&
      isSink(value, sinks[spec.sink], spec.arn === undefined || spec.isUnprefixed ? undefined : resource.stack) &&
      isAbsentOr(block, spec.prefix, resource.stack) &&
      isAbsentOr(block, spec.key, sinks.keyArn);
    const named = spec.bucket === undefined ? atlas.arn(value) : bucketOf(value, atlas);
    const passage = { from: atlas.place(resource), to: named, at: at(value), carries: "audit" } as const;
    yield isExact ? { ...passage, declaredBy: "monitor" } : passage;
  }
}

function isSink({ text }: Value, sink: string, prefix: string | undefined): boolean {
  if (prefix === undefined) return text === sink;
  return text === `${sink}/${prefix}` || text === `${sink}/${prefix}/`;
}

function isAbsentOr(block: Value, path: string | undefined, expected: string): boolean {
  if (path === undefined) return true;
  const value = block.value(path);
  return value.isAbsent || value.text === expected;
}

function bucketOf(value: Value, atlas: Surroundings["atlas"]) {
  return value.text === undefined ? atlas.unknown(value.legible) : atlas.bucket(value.text);
}
