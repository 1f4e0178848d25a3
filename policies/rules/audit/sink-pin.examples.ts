import type { Examples } from "../../examples";

const BUCKET = "clover-local-monitor-dublin-archive-900000000009";
const declared = `arn:aws:s3:::${BUCKET}/dublin`;
const flowLog = (log_destination: string) => ({ aws_flow_log: { all: { log_destination } } });
const findings = (destination_arn: string) => ({ aws_guardduty_publishing_destination: { all: { destination_arn } } });
const balancer = (access_logs: object) => ({ aws_lb: { gateway: { access_logs: [access_logs] } } });
const brokers = (logging: object) => ({ aws_msk_cluster: { events: { logging_info: { broker_logs: logging } } } });
const group = { aws_cloudwatch_log_group: { workload: { name: "workload" } } };
const subscribed = (destination_arn: string) => ({
  ...group,
  aws_cloudwatch_log_subscription_filter: { all: { log_group_name: "workload", destination_arn } },
});
const accountPolicy = (policy_document: string) => ({
  aws_cloudwatch_log_account_policy: { all: { policy_document } },
});

export const sinkPinExamples: Examples = {
  policy: "AUD-009",
  pass: {
    "flow logs go to the stack's archive": flowLog(declared),
    "findings go there under no prefix, as GuardDuty takes one only from who may read it": findings(
      `arn:aws:s3:::${BUCKET}`,
    ),
    "a load balancer's logs go there": balancer({ bucket: BUCKET, prefix: "dublin", enabled: true }),
    "a workload's logs stay in the stack": {
      ...group,
      ...brokers({ cloudwatch_logs: { enabled: true, log_group: "${aws_cloudwatch_log_group.workload.name}" } }),
    },
    "a log group's ARN is written for all its streams": {
      ...group,
      aws_sfn_state_machine: {
        work: { logging_configuration: { log_destination: "${aws_cloudwatch_log_group.workload.arn}:*" } },
      },
    },
    "a delivery stream fills a bucket of the stack": {
      aws_s3_bucket: { own: { bucket: "own" } },
      aws_kinesis_firehose_delivery_stream: {
        own: { extended_s3_configuration: { bucket_arn: "${aws_s3_bucket.own.arn}" } },
      },
    },
  },
  fail: {
    "flow logs go to another bucket": flowLog("arn:aws:s3:::elsewhere/dublin"),
    "flow logs go to another stack's archive": flowLog(declared.replaceAll("dublin", "norway")),
    "findings go under a prefix": findings(declared),
    "findings go to another bucket": findings("arn:aws:s3:::elsewhere"),
    "findings go to another stack's archive": findings(`arn:aws:s3:::${BUCKET.replace("dublin", "norway")}`),
    "flow logs go under no prefix": flowLog(`arn:aws:s3:::${BUCKET}`),
    "a load balancer's logs go to a bucket of the stack, which the operator can delete": {
      aws_s3_bucket: { own: { bucket: "own" } },
      ...balancer({ bucket: "${aws_s3_bucket.own.bucket}", prefix: "dublin", enabled: true }),
    },
    "a load balancer's logs go under another stack's prefix": balancer({ bucket: BUCKET, prefix: "norway" }),
    "a trail is copied into a log group": {
      aws_cloudtrail: {
        audit: {
          s3_bucket_name: BUCKET,
          s3_key_prefix: "dublin",
          cloud_watch_logs_group_arn: "arn:aws:logs:eu-west-1:200000000002:log-group:trail:*",
        },
      },
    },
    "brokers' logs go elsewhere": brokers({ s3: { enabled: true, bucket: "elsewhere" } }),
    "a subscription takes logs to another account": subscribed("arn:aws:logs:eu-west-1:999999999999:destination:all"),
    "a subscription takes all of the account's logs elsewhere": accountPolicy(
      '{"DestinationArn":"arn:aws:firehose:eu-west-1:999999999999:deliverystream/all"}',
    ),
    "a delivery stream fills a bucket elsewhere": {
      aws_kinesis_firehose_delivery_stream: {
        out: { extended_s3_configuration: { bucket_arn: "arn:aws:s3:::elsewhere" } },
      },
    },
    "no archive is declared for the stack": {
      stacks: { stranger: { resource: flowLog("arn:aws:s3:::elsewhere/stranger") } },
    },
  },
  undecided: {
    "the bucket comes from a variable": flowLog("${var.archive}"),
    "a subscription's target comes from a data source": subscribed("${data.aws_kinesis_stream.logs.arn}"),
    "an account's subscription comes from a variable": accountPolicy("${var.policy}"),
  },
  notApplicable: {
    "a load balancer keeps no logs": { aws_lb: { gateway: { internal: true } } },
    "a destination is empty, and nothing is delivered": balancer({ bucket: "", enabled: false }),
  },
};
