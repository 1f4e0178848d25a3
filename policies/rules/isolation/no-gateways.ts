import { resourceType, resourceTypes } from "../../catalogue/resource-type";
import type { WholeEstate } from "../../policy";
import { undecided } from "../../verdict";
import { ofFamilies } from "./families";
import { inEveryStack, mustNotExist } from "../in-every-stack";

/** Gateways to the internet, to somebody's premises or to a carrier, what attaches them, and what AWS builds with one. */
const GATEWAYS: readonly RegExp[] = [
  /^aws_(egress_only_)?internet_gateway(_attachment)?$/,
  /^aws_nat_gateway/,
  /^aws_ec2_carrier_gateway$/,
  /^aws_ec2_local_gateway_/,
  /^aws_customer_gateway$/,
  /^aws_vpn_/,
  /^aws_ec2_client_vpn_/,
  /^aws_dx_/,
  /^aws_vpc_route_server/,
  // The default network is born with an internet gateway, and its subnets with public addresses.
  /^aws_default_(vpc|subnet|vpc_dhcp_options)$/,
];

/** They build what a template says, e.g. a stack of CloudFormation. */
const HIDING = resourceTypes().filter((type) => resourceType(type)?.holds === "unknown");

export const noGateways: WholeEstate = {
  kind: "whole",
  id: "ISO-002",
  title: "No stack has a gateway, a VPN, a direct connection or a default network",
  severity: "critical",
  controls: ["C20"],
  rationale:
    "A segment that has no way out cannot leak through one, by mistake or by an intruder. Each of these is a way out.",
  remediation:
    "Remove it. Workloads reach AWS through PrivateEndpoints, and consumers reach them through SecurityGateway.",
  sources: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/extend-intro.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html",
  ],
  construct: "network/isolated-segment",

  check(context) {
    const found = [...ofFamilies(context.model, GATEWAYS), ...context.model.resources(...HIDING)];
    return inEveryStack(context, found, (resource) => {
      if (!HIDING.includes(resource.type)) return mustNotExist(resource, "no gateway");
      return undecided(resource.root.at, "resources that Terraform does not show", "no gateway among them");
    });
  },
};
