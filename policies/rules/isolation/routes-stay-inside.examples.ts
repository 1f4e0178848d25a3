import type { Examples, Resources } from "../../examples";

const ENDPOINT =
  "${one([for attachment in aws_networkfirewall_firewall.gateway.firewall_status[0].sync_states[*].attachment[0] : attachment.endpoint_id if attachment.subnet_id == aws_subnet.firewall.id])}";

const route = (different: Readonly<Record<string, unknown>>): Resources => ({
  aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } },
  aws_subnet: { firewall: { vpc_id: "${aws_vpc.segment.id}" } },
  aws_networkfirewall_firewall: {
    gateway: { vpc_id: "${aws_vpc.segment.id}", subnet_mapping: [{ subnet_id: "${aws_subnet.firewall.id}" }] },
  },
  aws_route_table: { workload: { vpc_id: "${aws_vpc.segment.id}" } },
  aws_route: {
    one: { route_table_id: "${aws_route_table.workload.id}", destination_cidr_block: "10.16.128.0/20", ...different },
  },
});
const inline = (...routes: readonly unknown[]): Resources => ({
  aws_route_table: { workload: { vpc_id: "vpc-1", route: routes } },
});

export const routesStayInsideExamples: Examples = {
  policy: "ISO-012",
  pass: {
    "a table has no route but the network's own": inline(),
    "it leads through the segment's firewall": route({ vpc_endpoint_id: ENDPOINT }),
  },
  fail: {
    "it leads to the internet": route({ destination_cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }),
    "it leads out of the segment": route({ destination_cidr_block: "10.17.0.0/16", vpc_endpoint_id: ENDPOINT }),
    "it leads to a peer": inline({ cidr_block: "10.16.0.0/16", vpc_peering_connection_id: "pcx-1" }),
    "it leads to a NAT gateway": inline({ cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-1" }),
    "it leads to a machine": route({ network_interface_id: "eni-1" }),
    "it leads to an endpoint that may be an appliance of somebody else": route({ vpc_endpoint_id: "vpce-1" }),
    "its destination is a list that others write": route({
      destination_cidr_block: undefined,
      destination_prefix_list_id: "pl-1",
      vpc_endpoint_id: ENDPOINT,
    }),
    "a table takes routes from a gateway": { aws_route_table: { workload: { propagating_vgws: ["vgw-1"] } } },
  },
  undecided: {
    "its way comes from a variable": route({ vpc_endpoint_id: "${var.endpoint}" }),
    "its way is computed in a manner that is not understood": route({
      vpc_endpoint_id: "${tolist(aws_networkfirewall_firewall.gateway.firewall_status)[0]}",
    }),
    "a table's routes come from a variable": { aws_route_table: { workload: { route: "${var.routes}" } } },
  },
};
