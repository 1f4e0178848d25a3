import { along } from "../along";
import type { Channel } from "../channel";

const GUIDE = "https://docs.aws.amazon.com";

/** Streams of records and log events. */
export const streams: readonly Channel[] = [
  along({
    title: "Kinesis Data Firehose delivery",
    types: ["aws_kinesis_firehose_delivery_stream"],
    moves: "bytes",
    what: "Records of a stream go to a bucket, a search domain, a warehouse or an HTTP endpoint",
    source: `${GUIDE}/firehose/latest/dev/create-destination.html`,
    to: [
      { in: "extended_s3_configuration", arn: "bucket_arn" },
      { in: "extended_s3_configuration.s3_backup_configuration", arn: "bucket_arn" },
      { in: "http_endpoint_configuration", url: "url" },
      { in: "http_endpoint_configuration.s3_configuration", arn: "bucket_arn" },
      { in: "splunk_configuration", url: "hec_endpoint" },
      { in: "splunk_configuration.s3_configuration", arn: "bucket_arn" },
      { in: "opensearch_configuration", arn: "domain_arn" },
      { in: "opensearch_configuration.s3_configuration", arn: "bucket_arn" },
      { in: "redshift_configuration.s3_configuration", arn: "bucket_arn" },
      { in: "redshift_configuration.s3_backup_configuration", arn: "bucket_arn" },
      { in: "snowflake_configuration", url: "account_url" },
      { in: "snowflake_configuration.s3_configuration", arn: "bucket_arn" },
      { in: "iceberg_configuration.s3_configuration", arn: "bucket_arn" },
    ],
  }),
  along({
    title: "Kinesis Data Firehose source",
    types: ["aws_kinesis_firehose_delivery_stream"],
    moves: "bytes",
    inbound: true,
    what: "Records of a data stream come to a delivery stream",
    source: `${GUIDE}/firehose/latest/dev/writing-with-kinesis-streams.html`,
    to: [
      { in: "kinesis_source_configuration", arn: "kinesis_stream_arn" },
      { in: "msk_source_configuration", arn: "msk_cluster_arn" },
    ],
  }),
  along({
    title: "Log subscription",
    types: ["aws_cloudwatch_log_subscription_filter"],
    moves: "bytes",
    from: { log_group_name: ["aws_cloudwatch_log_group"] },
    what: "Log events go to a stream, a function or a destination of another account",
    source: `${GUIDE}/AmazonCloudWatch/latest/logs/SubscriptionFilters.html`,
    to: [{ arn: "destination_arn" }],
  }),
  along({
    title: "Log destination",
    types: ["aws_cloudwatch_log_destination", "aws_cloudwatch_log_delivery", "aws_cloudwatch_log_delivery_destination"],
    moves: "bytes",
    what: "Log events that come to a destination go on to a stream, a bucket or a log group",
    source: `${GUIDE}/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html`,
    to: [
      { arn: "target_arn" },
      { arn: "delivery_destination_arn" },
      { in: "delivery_destination_configuration", arn: "destination_resource_arn" },
    ],
  }),
  along({
    title: "Observability link",
    types: ["aws_oam_link"],
    moves: "bytes",
    what: "Log groups, metrics and traces can be read from the monitoring account",
    source: `${GUIDE}/OAM/latest/APIReference/Welcome.html`,
    to: [{ arn: "sink_identifier" }],
  }),
  along({
    title: "Kinesis stream of a table",
    types: ["aws_dynamodb_kinesis_streaming_destination"],
    moves: "bytes",
    from: { table_name: ["aws_dynamodb_table"] },
    what: "Every change of a table's items goes to a stream",
    source: `${GUIDE}/amazondynamodb/latest/developerguide/kds.html`,
    to: [{ arn: "stream_arn" }],
  }),
];
