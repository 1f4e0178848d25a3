import type { Examples, Resources } from "../../examples";

const subnet = {
  aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } },
  aws_subnet: { workload: { vpc_id: "${aws_vpc.segment.id}" } },
};
const routes = (route_table_id = "${aws_route_table.workload.id}") => ({
  aws_route_table: { workload: { vpc_id: "${aws_vpc.segment.id}" } },
  aws_route_table_association: { workload: { subnet_id: "${aws_subnet.workload.id}", route_table_id } },
});
const acl = (subnet_ids: unknown = ["${aws_subnet.workload.id}"]): Resources => ({
  aws_network_acl: { workload: { vpc_id: "${aws_vpc.segment.id}", subnet_ids } },
});

export const subnetsExplicitExamples: Examples = {
  policy: "ISO-009",
  pass: {
    "it has both": { ...subnet, ...routes(), ...acl() },
    "the network ACL is associated by itself": {
      ...subnet,
      ...routes(),
      ...acl([]),
      aws_network_acl_association: {
        workload: { subnet_id: "${aws_subnet.workload.id}", network_acl_id: "${aws_network_acl.workload.id}" },
      },
    },
  },
  fail: {
    "it has no route table": { ...subnet, ...acl() },
    "it has no network ACL": { ...subnet, ...routes(), ...acl([]) },
    "its route table is not in the output": { ...subnet, ...routes("rtb-0123456789abcdef0"), ...acl() },
  },
  undecided: {
    "its route table comes from a variable": { ...subnet, ...routes("${var.table}"), ...acl() },
    "the network ACL's subnets come from a variable": { ...subnet, ...routes(), ...acl("${var.subnets}") },
  },
};
