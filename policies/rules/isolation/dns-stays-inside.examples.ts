import type { Examples } from "../../examples";

const network = { aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } } };
const zone = (vpc: unknown) => ({ ...network, aws_route53_zone: { names: { name: "dublin.internal", vpc } } });

const options = (dhcp_options_id: string) => ({
  ...network,
  aws_vpc_dhcp_options_association: { own: { vpc_id: "${aws_vpc.segment.id}", dhcp_options_id } },
});

export const dnsStaysInsideExamples: Examples = {
  policy: "ISO-015",
  pass: {
    "there is no resolver but Amazon's": network,
    "a zone is private to the segment": zone([{ vpc_id: "${aws_vpc.segment.id}" }]),
    "options name Amazon's resolver": {
      ...options("${aws_vpc_dhcp_options.own.id}"),
      aws_vpc_dhcp_options: { own: { domain_name_servers: ["AmazonProvidedDNS"] } },
    },
    "a network has no options": options("default"),
  },
  fail: {
    "questions are forwarded": {
      aws_route53_resolver_endpoint: { out: { direction: "OUTBOUND", security_group_ids: [], ip_address: [] } },
    },
    "questions about a domain are forwarded by a rule": {
      aws_route53_resolver_rule: { out: { rule_type: "FORWARD", domain_name: "example.com" } },
    },
    "machines ask another resolver": { aws_vpc_dhcp_options: { own: { domain_name_servers: ["8.8.8.8"] } } },
    "machines ask the resolver of options that are not in the output": options("dopt-0123456789abcdef0"),
    "a zone is public": zone(undefined),
    "a zone is another region's network's too": zone([{ vpc_id: "${aws_vpc.segment.id}", vpc_region: "us-east-1" }]),
    "a zone answers a network that is not in the output": zone([{ vpc_id: "vpc-0123456789abcdef0" }]),
    "another account's network may join a zone": {
      aws_route53_vpc_association_authorization: { theirs: { vpc_id: "vpc-1", zone_id: "Z1" } },
    },
    "a name is written into a zone that is not in the output": {
      aws_route53_record: { beacon: { zone_id: "Z1", name: "beacon", type: "TXT", records: ["data"] } },
    },
  },
  undecided: {
    "the resolver comes from a variable": {
      aws_vpc_dhcp_options: { own: { domain_name_servers: ["${var.resolver}"] } },
    },
    "a data source tells the options": options("${data.aws_vpc_dhcp_options.other.id}"),
    "a zone's network comes from a variable": zone([{ vpc_id: "${var.network}" }]),
  },
};
