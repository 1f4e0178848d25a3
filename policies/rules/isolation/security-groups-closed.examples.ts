import type { Examples, Resources } from "../../examples";

const https = { protocol: "tcp", from_port: 443, to_port: 443 };
const group = (egress: unknown): Resources => ({
  aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } },
  aws_security_group: { workload: { vpc_id: "${aws_vpc.segment.id}", egress } },
});
const added = (type: string, rule: Readonly<Record<string, unknown>>): Resources => ({
  ...group([]),
  [type]: { one: { security_group_id: "${aws_security_group.workload.id}", ...rule } },
});
const ingress = (rule: Readonly<Record<string, unknown>>) => added("aws_vpc_security_group_ingress_rule", rule);
const gateway = {
  aws_lb: { gateway: { security_groups: ["${aws_security_group.workload.id}"] } },
  aws_vpc_endpoint_service: { gateway: { network_load_balancer_arns: ["${aws_lb.gateway.arn}"] } },
};
const consumers = (to_port: unknown) => ({ ip_protocol: "tcp", from_port: 443, to_port, cidr_ipv4: "10.0.0.0/8" });

export const securityGroupsClosedExamples: Examples = {
  policy: "ISO-011",
  pass: {
    "it lets nothing through": group([]),
    "it lets the segment through": group([{ ...https, cidr_blocks: ["10.16.0.0/20"] }]),
    "it lets another group in": ingress({ referenced_security_group_id: "${aws_security_group.workload.id}" }),
    "it lets a store's gateway endpoint through": {
      ...group([{ ...https, prefix_list_ids: ["${aws_vpc_endpoint.s3.prefix_list_id}"] }]),
      aws_vpc_endpoint: { s3: { vpc_endpoint_type: "Gateway" } },
    },
    "it is a gateway's, and lets private networks reach one port": { ...ingress(consumers(443)), ...gateway },
  },
  fail: {
    "it lets everything out": group([{ protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] }]),
    "it lets IPv6 out": group([{ ...https, ipv6_cidr_blocks: ["::/0"] }]),
    "it lets another site in": ingress({ cidr_ipv4: "10.17.0.0/16", ip_protocol: "-1" }),
    "an older kind of rule lets everybody in": added("aws_security_group_rule", {
      ...https,
      type: "ingress",
      cidr_blocks: ["10.16.0.0/16", "0.0.0.0/0"],
    }),
    "it is no gateway's, and lets private networks in": ingress(consumers(443)),
    "it is a gateway's, and lets private networks reach all ports": { ...ingress(consumers(65535)), ...gateway },
    "it is in no network of the output": { aws_security_group: { workload: { name: "workload" } } },
    "a rule opens a group that is not in the output": {
      aws_vpc_security_group_ingress_rule: { one: { security_group_id: "sg-1", cidr_ipv4: "10.16.0.0/16" } },
    },
  },
  undecided: {
    "its rules come from a variable": group("${var.rules}"),
    "a network comes from a local that refers to a variable": {
      stacks: {
        dublin: {
          locals: { office: "${var.office}" },
          resource: group([{ ...https, cidr_blocks: ["${local.office}"] }]),
        },
      },
    },
    "a prefix list is named by its id, and may be anybody's": group([{ ...https, prefix_list_ids: ["pl-6da54004"] }]),
    "a gateway's port comes from a variable": { ...ingress(consumers("${var.port}")), ...gateway },
  },
};
