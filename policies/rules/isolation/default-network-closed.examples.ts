import type { Examples, Resources } from "../../examples";

const network = { aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } } };
const everything = [{ protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] }];

interface Inside {
  readonly group?: Readonly<Record<string, unknown>>;
  readonly acl?: Readonly<Record<string, unknown>>;
  readonly table?: Readonly<Record<string, unknown>>;
}

function defaults({ group, acl, table }: Inside = {}): Resources {
  return {
    ...network,
    aws_default_security_group: { closed: { vpc_id: "${aws_vpc.segment.id}", ...group } },
    aws_default_network_acl: {
      closed: { default_network_acl_id: "${aws_vpc.segment.default_network_acl_id}", ...acl },
    },
    aws_default_route_table: {
      closed: { default_route_table_id: "${aws_vpc.segment.default_route_table_id}", route: [], ...table },
    },
  };
}

export const defaultNetworkClosedExamples: Examples = {
  policy: "ISO-006",
  pass: {
    "all three are taken over and empty": defaults(),
  },
  fail: {
    "they are left as AWS makes them": network,
    "the group lets everything out": defaults({ group: { egress: everything } }),
    "the network ACL lets everything in": defaults({ acl: { ingress: [{ rule_no: 100, action: "allow" }] } }),
    "the route table has a route": defaults({ table: { route: [{ cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }] } }),
    "a rule is added to the group": {
      ...defaults(),
      aws_vpc_security_group_egress_rule: {
        out: { security_group_id: "${aws_vpc.segment.default_security_group_id}", ip_protocol: "-1" },
      },
    },
    "a route is added to the table": {
      ...defaults(),
      aws_route: {
        out: { route_table_id: "${aws_default_route_table.closed.id}", destination_cidr_block: "0.0.0.0/0" },
      },
    },
  },
  undecided: {
    "the group's rules come from a variable": defaults({ group: { ingress: "${var.rules}" } }),
    "the group's network comes from a variable": defaults({ group: { vpc_id: "${var.network}" } }),
    "changes to the group's rules are ignored": defaults({ group: { lifecycle: { ignore_changes: ["ingress"] } } }),
  },
};
