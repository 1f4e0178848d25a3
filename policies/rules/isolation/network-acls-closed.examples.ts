import type { Examples, Resources } from "../../examples";

const rule = (different: Readonly<Record<string, unknown>> = {}) => ({
  rule_no: 100,
  action: "allow",
  protocol: "-1",
  cidr_block: "10.16.0.0/16",
  from_port: 0,
  to_port: 0,
  ...different,
});
const https = rule({ cidr_block: "0.0.0.0/0", protocol: "tcp", from_port: 443, to_port: 443 });

function acl(egress: unknown, routesToStores = false): Resources {
  const route_table_ids = routesToStores ? ["${aws_route_table.workload.id}"] : [];
  return {
    aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } },
    aws_subnet: { workload: { vpc_id: "${aws_vpc.segment.id}" } },
    aws_route_table: { workload: { vpc_id: "${aws_vpc.segment.id}" } },
    aws_route_table_association: {
      workload: { subnet_id: "${aws_subnet.workload.id}", route_table_id: "${aws_route_table.workload.id}" },
    },
    aws_vpc_endpoint: { s3: { vpc_endpoint_type: "Gateway", route_table_ids } },
    aws_network_acl: { workload: { subnet_ids: ["${aws_subnet.workload.id}"], ingress: [rule()], egress } },
  };
}

export const networkAclsClosedExamples: Examples = {
  policy: "ISO-010",
  pass: {
    "it lets the segment through": acl([rule()]),
    "it lets nothing out": acl([]),
    "HTTPS leads to the stores' gateway endpoints": acl([rule(), https], true),
    "it denies everything else": acl([rule(), rule({ action: "deny", cidr_block: "0.0.0.0/0" })]),
  },
  fail: {
    "it lets everything out": acl([rule({ cidr_block: "0.0.0.0/0" })]),
    "HTTPS leads where no gateway endpoint is": acl([https]),
    "more than HTTPS leads to the stores' addresses": acl([{ ...https, to_port: 65535 }], true),
    "it lets another site in": acl([rule({ cidr_block: "10.17.0.0/16" })]),
    "it lets IPv6 out": acl([rule({ cidr_block: undefined, ipv6_cidr_block: "::/0" })]),
    "a rule is added beside it": {
      ...acl([]),
      aws_network_acl_rule: {
        out: {
          network_acl_id: "${aws_network_acl.workload.id}",
          egress: true,
          rule_number: 50,
          rule_action: "allow",
          protocol: "-1",
          cidr_block: "0.0.0.0/0",
        },
      },
    },
  },
  undecided: {
    "its rules come from a variable": acl("${var.rules}"),
    "a network comes from a variable": acl([rule({ cidr_block: "${var.network}" })]),
  },
};
