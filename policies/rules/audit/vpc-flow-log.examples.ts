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

/** A plan of what does not exist yet, in which nobody knows the VPC's id. */
const planned = (changes: object = {}) => {
  const { vpc_id: _vpc, ...values } = { ...log().aws_flow_log.all, ...changes };
  const constants = Object.entries(values).map(([name, constant_value]) => [name, { constant_value }]);
  const vpc_id = { references: ["aws_vpc.segment.id", "aws_vpc.segment"] };
  const expressions = { aws_flow_log: { ...Object.fromEntries(constants), vpc_id }, aws_vpc: {} };
  const resources = (["aws_vpc", "aws_flow_log"] as const).map((type) => {
    const name = type === "aws_vpc" ? "segment" : "all";
    return { address: `${type}.${name}`, mode: "managed", type, name };
  });
  const account = { constant_value: ["200000000002"] };
  const aws = { name: "aws", expressions: { region: { constant_value: "eu-west-1" }, allowed_account_ids: account } };
  return {
    stacks: {},
    plans: {
      dublin: {
        planned_values: {
          root_module: {
            resources: resources.map((each) => ({ ...each, values: each.type === "aws_vpc" ? {} : values })),
          },
        },
        resource_changes: [
          { address: "aws_vpc.segment", change: { actions: ["create"], after_unknown: { id: true } } },
          { address: "aws_flow_log.all", change: { actions: ["create"], after_unknown: { vpc_id: true } } },
        ],
        configuration: {
          provider_config: { aws },
          root_module: { resources: resources.map((each) => ({ ...each, expressions: expressions[each.type] })) },
        },
      },
    },
  };
};

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
    "a plan shows one of refused traffic alone, whichever VPC it is of": planned({ traffic_type: "REJECT" }),
    "no archive is declared for the stack": { stacks: { stranger: { resource: log() } } },
  },
  undecided: {
    "the destination comes from a variable": log({ log_destination: "${var.archive}" }),
    "a plan shows one of a VPC whose id is known after the apply": planned(),
    "an expression decides whether there is one": log({ count: "${var.logs}" }),
  },
};
