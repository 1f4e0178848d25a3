import type { WholeEstate } from "../../policy";
import { notApplicable } from "../../verdict";
import { HOMES } from "./homes";
import { inEveryStack } from "../in-every-stack";
import { isMonitorsFunction } from "./monitors-function";
import { mustName } from "./must-name";

export const runsInSegment: WholeEstate = {
  kind: "whole",
  id: "ISO-025",
  title: "What runs in a network runs in the subnets of its own stack",
  severity: "critical",
  controls: ["C20", "C26"],
  rationale:
    "A machine or a database that names no subnet lands in the account's default network, which has an internet gateway. One that names another's subnet is in another's network.",
  remediation: "Name the subnets of the segment's tiers, or a subnet group made of them.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html"],

  check: (context) =>
    inEveryStack(context, context.model.resources(...Object.keys(HOMES)), (resource) =>
      isMonitorsFunction(resource)
        ? notApplicable(resource.root.at)
        : mustName(resource, HOMES[resource.type]!, "a subnet, or a group of subnets, of its stack"),
    ),
};
