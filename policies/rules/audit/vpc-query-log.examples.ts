import type { Examples } from "../../examples";

const ARCHIVE = "arn:aws:s3:::clover-local-monitor-dublin-archive-900000000009";
const vpc = { aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } } };
const config = (destination_arn = `${ARCHIVE}/dublin`, more: object = {}) => ({
  aws_route53_resolver_query_log_config: { queries: { name: "queries", destination_arn, ...more } },
});
const association = (changes: object = {}) => ({
  aws_route53_resolver_query_log_config_association: {
    segment: {
      resolver_query_log_config_id: "${aws_route53_resolver_query_log_config.queries.id}",
      resource_id: "${aws_vpc.segment.id}",
      ...changes,
    },
  },
});

export const vpcQueryLogExamples: Examples = {
  policy: "AUD-004",
  pass: {
    "its queries go to the stack's archive": { ...vpc, ...config(), ...association() },
  },
  fail: {
    "nothing is configured": vpc,
    "the configuration is associated with no VPC": { ...vpc, ...config() },
    "another VPC is associated": { ...vpc, ...config(), ...association({ resource_id: "vpc-1" }) },
    "the configuration is somebody else's": { ...vpc, ...association({ resolver_query_log_config_id: "rqlc-1" }) },
    "the archive is another stack's": {
      ...vpc,
      ...config("arn:aws:s3:::clover-local-monitor-norway-archive-900000000009/norway"),
      ...association(),
    },
    "no archive is declared for the stack": {
      stacks: { stranger: { resource: { ...vpc, ...config(), ...association() } } },
    },
  },
  undecided: {
    "the destination comes from a variable": { ...vpc, ...config("${var.archive}"), ...association() },
    "the configuration comes from a data source": {
      ...vpc,
      ...association({ resolver_query_log_config_id: "${data.aws_route53_resolver_query_log_config.other.id}" }),
    },
    "an expression decides whether there is one": { ...vpc, ...config(), ...association({ count: "${var.logs}" }) },
    "an expression decides whether the configuration exists": {
      ...vpc,
      ...config(undefined, { for_each: "${var.logs}" }),
      ...association(),
    },
  },
};
