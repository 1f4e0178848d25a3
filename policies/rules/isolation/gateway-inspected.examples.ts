import type { Examples, Resources } from "../../examples";

const endpoint = (firewall: string) =>
  `\${one([for attachment in aws_networkfirewall_firewall.${firewall}.firewall_status[0].sync_states[*].attachment[0] : attachment.endpoint_id if attachment.subnet_id == aws_subnet.firewall.id])}`;
const subnet = (cidr_block: string) => ({ vpc_id: "${aws_vpc.segment.id}", cidr_block });
const routed = (name: string) => ({
  subnet_id: `\${aws_subnet.${name}.id}`,
  route_table_id: `\${aws_route_table.${name}.id}`,
});
const route = (from: string, destination_cidr_block: string) => ({
  route_table_id: `\${aws_route_table.${from}.id}`,
  destination_cidr_block,
  vpc_endpoint_id: endpoint("gateway"),
});
const there = route("gateway", "10.16.0.0/20");
const back = route("workload", "10.16.128.0/20");

const gateway = (
  routes: Readonly<Record<string, unknown>>,
  egress: unknown = ["10.16.0.0/20"],
  table: Readonly<Record<string, unknown>> = {},
): Resources => ({
  aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } },
  aws_subnet: {
    workload: subnet("10.16.0.0/20"),
    gateway: subnet("10.16.128.0/20"),
    firewall: subnet("10.16.192.0/20"),
  },
  aws_route_table: { workload: {}, gateway: table },
  aws_route_table_association: { workload: routed("workload"), gateway: routed("gateway") },
  aws_networkfirewall_firewall: {
    gateway: { vpc_id: "${aws_vpc.segment.id}", subnet_mapping: [{ subnet_id: "${aws_subnet.firewall.id}" }] },
  },
  aws_security_group: { gateway: { vpc_id: "${aws_vpc.segment.id}", egress: [{ cidr_blocks: egress }] } },
  aws_lb: {
    gateway: { subnets: ["${aws_subnet.gateway.id}"], security_groups: ["${aws_security_group.gateway.id}"] },
  },
  aws_vpc_endpoint_service: { gateway: { network_load_balancer_arns: ["${aws_lb.gateway.arn}"] } },
  aws_route: routes as Resources[string],
});

export const gatewayInspectedExamples: Examples = {
  policy: "ISO-024",
  pass: {
    "there is no gateway": {},
    "both directions pass the firewall": gateway({ there, back }),
    "a table carries its route itself": gateway({ back }, ["10.16.0.0/20"], {
      route: [{ cidr_block: "10.16.0.0/20", vpc_endpoint_id: endpoint("gateway") }],
    }),
  },
  fail: {
    "nothing passes a firewall": gateway({}),
    "the way there passes none": gateway({ back }),
    "the way back passes none": gateway({ there }),
    "the balancer may reach more than is inspected": gateway({ there, back }, ["10.16.0.0/16"]),
    "the firewall is not in the output": gateway({ there: { ...there, vpc_endpoint_id: endpoint("other") }, back }),
  },
  undecided: {
    "what the balancer may reach comes from a variable": gateway({ there, back }, ["${var.workloads}"]),
  },
};
