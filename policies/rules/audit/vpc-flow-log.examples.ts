import type { Examples } from "../../examples";

const ARCHIVE = "arn:aws:s3:::clover-local-monitor-dublin-archive-900000000009";
const vpc = { aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } } };
const log = (changes: object = {}) => ({
  ...vpc,
  aws_flow_log: {
    all: {
      vpc_id: "${aws_vpc.segment.id}",
      traffic_type: "ALL",
      log_destination_type: "s3",
      log_destination: `${ARCHIVE}/dublin/`,
      max_aggregation_interval: 60,
      ...changes,
    },
  },
});

export const vpcFlowLogExamples: Examples = {
  policy: "AUD-003",
  pass: {
    "all traffic goes to the stack's archive": log(),
    "its own fields are more than the default ones": log({
      log_format:
        "$${version} $${account-id} $${interface-id} $${srcaddr} $${dstaddr} $${srcport} $${dstport} $${protocol} $${packets} $${bytes} $${start} $${end} $${action} $${log-status} $${pkt-dstaddr}",
    }),
  },
  fail: {
    "there is none": vpc,
    "one subnet is logged": log({ vpc_id: null, subnet_id: "subnet-1" }),
    "one network interface is logged": log({ vpc_id: null, eni_id: "eni-1" }),
    "refused traffic alone is logged": log({ traffic_type: "REJECT" }),
    "it goes to CloudWatch, as by default": log({ log_destination_type: null, log_destination: null }),
    "the bucket is another": log({ log_destination: "arn:aws:s3:::elsewhere/dublin/" }),
    "the prefix is another stack's": log({ log_destination: `${ARCHIVE}/norway/` }),
    "it names a role, which EC2 refuses": log({ iam_role_arn: "arn:aws:iam::200000000002:role/logs" }),
    "ten minutes are one record": log({ max_aggregation_interval: 600 }),
    "the account is in another part of the path": log({ destination_options: { hive_compatible_partitions: true } }),
    "a field is left out": log({ log_format: "$${srcaddr} $${dstaddr}" }),
    "no archive is declared for the stack": { stacks: { stranger: { resource: log() } } },
  },
  undecided: {
    "the destination comes from a variable": log({ log_destination: "${var.archive}" }),
    "an expression decides whether there is one": log({ count: "${var.logs}" }),
  },
};
