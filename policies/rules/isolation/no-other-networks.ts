import type { WholeEstate } from "../../policy";
import { ofFamilies } from "./families";
import { inEveryStack, mustNotExist } from "../in-every-stack";

/** What joins networks of several accounts or regions, on the side that asks and on the side that accepts. */
const JOINTS: readonly RegExp[] = [
  /^aws_vpc_peering_connection/,
  /^aws_ec2_transit_gateway/,
  /^aws_networkmanager_/,
  /^aws_vpclattice_/,
  // Shares subnets, transit gateways, resolver rules and much else with other accounts.
  /^aws_ram_/,
  /^aws_vpc_security_group_vpc_association$/,
  // Copies traffic to an interface or a balancer, which may be another account's.
  /^aws_ec2_traffic_mirror_/,
];

export const noOtherNetworks: WholeEstate = {
  kind: "whole",
  id: "ISO-003",
  title: "No network is joined to another one or shared with another account",
  severity: "critical",
  controls: ["A9", "C26"],
  rationale:
    "A flow of data between places is declared, dated and inspected at a site's gateway. A peering, a transit gateway or a share carries everything, both ways, past it.",
  remediation: "Remove it. Declare a flow in the estate: it opens the site's SecurityGateway to that consumer.",
  sources: [
    "https://docs.aws.amazon.com/whitepapers/latest/aws-vpc-connectivity-options/amazon-vpc-to-amazon-vpc-connectivity-options.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html",
  ],
  construct: "network/isolated-segment",

  check(context) {
    return inEveryStack(context, ofFamilies(context.model, JOINTS), (joint) =>
      mustNotExist(joint, "no path to another network"),
    );
  },
};
