import type { Examples } from "../../examples";

export const noGatewaysExamples: Examples = {
  policy: "ISO-002",
  pass: {
    "a network has no gateway": { aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } } },
  },
  fail: {
    "there is an internet gateway": { aws_internet_gateway: { out: { vpc_id: "vpc-1" } } },
    "a gateway that exists elsewhere is attached": {
      aws_internet_gateway_attachment: { out: { internet_gateway_id: "igw-1", vpc_id: "vpc-1" } },
    },
    "there is a way out for IPv6": { aws_egress_only_internet_gateway: { out: { vpc_id: "vpc-1" } } },
    "there is a NAT gateway": { aws_nat_gateway: { out: { subnet_id: "subnet-1", connectivity_type: "private" } } },
    "there is a VPN": { aws_vpn_connection: { office: { customer_gateway_id: "cgw-1", type: "ipsec.1" } } },
    "people dial in": { aws_ec2_client_vpn_endpoint: { people: { client_cidr_block: "10.99.0.0/22" } } },
    "a line leads to somebody's premises": {
      aws_dx_connection: { line: { name: "line", bandwidth: "1Gbps", location: "EqDC2" } },
    },
    "the default network is adopted, which has an internet gateway": { aws_default_vpc: { default: {} } },
  },
  undecided: {
    "a template builds what Terraform does not show": {
      aws_cloudformation_stack: { network: { name: "network", template_url: "https://example.com/network.json" } },
    },
    "an expression decides whether there is one": {
      aws_internet_gateway: { out: { count: "${var.open ? 1 : 0}", vpc_id: "vpc-1" } },
    },
  },
};
