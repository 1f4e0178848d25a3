import { own } from "../../model/own";
import type { Resource } from "../../model/resource";
import { along } from "../along";
import type { Channel } from "../channel";
import { isMonitorsFunction } from "../../rules/isolation/monitors-function";

const GUIDE = "https://docs.aws.amazon.com";
const VPC = `${GUIDE}/vpc/latest`;

/** Ways between a network and the internet, or premises outside AWS, and workloads that are in no network. */
export const gateways: readonly Channel[] = [
  along({
    title: "Internet gateway",
    types: [
      "aws_internet_gateway",
      "aws_internet_gateway_attachment",
      "aws_egress_only_internet_gateway",
      "aws_ec2_carrier_gateway",
    ],
    moves: "bytes",
    what: "A network reaches the internet",
    source: `${VPC}/userguide/VPC_Internet_Gateway.html`,
    to: [{ always: "the internet" }],
    also: ["vpc_id", "internet_gateway_id"],
  }),
  along({
    title: "NAT gateway",
    types: ["aws_nat_gateway"],
    moves: "bytes",
    what: "Workloads reach the internet",
    source: `${VPC}/userguide/vpc-nat-gateway.html`,
    to: [{ open: { path: "connectivity_type", when: [undefined, "public"] } }],
    also: ["subnet_id", "allocation_id", "secondary_allocation_ids"],
  }),
  along({
    title: "VPN or Direct Connect",
    types: [
      "aws_vpn_gateway",
      "aws_vpn_gateway_attachment",
      "aws_vpn_connection",
      "aws_customer_gateway",
      "aws_ec2_client_vpn_endpoint",
      "aws_ec2_client_vpn_network_association",
      "aws_dx_gateway_association",
      "aws_dx_private_virtual_interface",
      "aws_dx_transit_virtual_interface",
    ],
    moves: "bytes",
    what: "A network reaches premises outside AWS",
    source: `${GUIDE}/vpn/latest/s2svpn/VPC_VPN.html`,
    to: [{ always: "premises outside AWS" }],
    also: ["*"],
  }),
  along({
    title: "Public address",
    types: ["aws_instance", "aws_launch_template", "aws_eip", "aws_eip_association"],
    moves: "access",
    what: "A machine can have an address of the internet; a gateway makes it reachable",
    source: `${VPC}/userguide/vpc-ip-addressing.html`,
    to: [],
    also: [
      "associate_public_ip_address",
      "network_interfaces.associate_public_ip_address",
      "network_border_group",
      "instance",
      "network_interface",
      "allocation_id",
      "instance_id",
      "network_interface_id",
      "customer_owned_ipv4_pool",
      // What a machine runs is no channel: its network says what it reaches.
      "user_data",
      "user_data_base64",
    ],
  }),
  along({
    title: "Workload outside a network",
    types: ["aws_lambda_function", "aws_codebuild_project"],
    moves: "bytes",
    what: "Code that is not attached to a network reaches the internet",
    source: `${GUIDE}/lambda/latest/dg/configuration-vpc.html`,
    to: [{ open: { path: "vpc_config", when: [undefined] } }],
    // The monitor's own holds records alone, and calls AWS in every region: what it may send where is asked of its role.
    unless: (resource) => !resource.value("vpc_config").isAbsent || isMonitorsFunction(resource),
    also: ["environment.variables"],
  }),
  along({
    title: "Workload outside a network",
    types: [
      "aws_sagemaker_notebook_instance",
      "aws_sagemaker_domain",
      "aws_apprunner_service",
      "aws_mwaa_environment",
      "aws_neptunegraph_graph",
    ],
    moves: "access",
    what: "A workload reaches the internet, or is reached from it, unless it is told not to",
    source: `${GUIDE}/sagemaker/latest/dg/appendix-additional-considerations.html`,
    to: [
      { open: { path: "direct_internet_access", when: ["Enabled"] } },
      { open: { path: "app_network_access_type", when: ["PublicInternetOnly"] } },
      { in: "network_configuration.ingress_configuration", open: { path: "is_publicly_accessible", when: ["true"] } },
      { open: { path: "webserver_access_mode", when: ["PUBLIC_ONLY"] } },
      { open: { path: "public_connectivity", when: ["true"] } },
    ],
    unless: isOpenByDefault,
  }),
  along({
    title: "Workload outside a network",
    types: ["aws_sagemaker_notebook_instance", "aws_sagemaker_domain", "aws_apprunner_service"],
    moves: "access",
    what: "A workload that is not told otherwise reaches the internet, or is reached from it",
    source: `${GUIDE}/sagemaker/latest/dg/appendix-additional-considerations.html`,
    to: [{ always: "the internet" }],
    unless: (resource) => !isOpenByDefault(resource),
  }),
];

const OPEN_BY_DEFAULT: Readonly<Record<string, string>> = {
  aws_sagemaker_notebook_instance: "direct_internet_access",
  aws_sagemaker_domain: "app_network_access_type",
  aws_apprunner_service: "network_configuration[0].ingress_configuration[0].is_publicly_accessible",
};

function isOpenByDefault(resource: Resource): boolean {
  const path = own(OPEN_BY_DEFAULT, resource.type);
  return path !== undefined && resource.value(path).isAbsent;
}
