import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { mustNotExist } from "../in-every-stack";
import { judgedSegments, segmentOf } from "./segments";

const FURTHER_NETWORKS = ["aws_vpc_ipv4_cidr_block_association", "aws_vpc_ipv6_cidr_block_association"];
const FOREIGN_RANGES = [
  "assign_generated_ipv6_cidr_block",
  "ipv4_ipam_pool_id",
  "ipv6_cidr_block",
  "ipv6_ipam_pool_id",
];

export const segmentCidr: WholeEstate = {
  kind: "whole",
  id: "ISO-007",
  title: "Each site and the enclave have one network, with the declared addresses and no other",
  severity: "high",
  controls: ["C26"],
  rationale:
    "Rules that keep a site's data inside it are written in its addresses. A second network, a further range or a shared one would be inside for one rule and outside for the next.",
  remediation: "Build one IsolatedSegment with the site's declared 'cidr', and choose sites' networks apart.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html"],
  construct: "network/isolated-segment",

  check(context) {
    const networks = context.model.resources("aws_vpc");
    const stacks = networks.map(({ stack }) => stack);
    const without = judgedSegments(context).filter(({ stack }) => !stacks.includes(stack));
    const several = networks.filter(({ stack }, index) => stacks.indexOf(stack) !== index);
    return [
      ...without.map(({ stack, cidr }) => fail({ stack, address: "stack", jsonPath: "" }, "no network", cidr)),
      ...networks.map((vpc) => isDeclared(vpc, context)),
      ...several.map((vpc) => mustNotExist(vpc, "one network")),
      ...context.model.resources(...FURTHER_NETWORKS).map((further) => mustNotExist(further, "no further network")),
    ];
  },
};

function isDeclared(vpc: Resource, context: Context): Verdict {
  const segment = segmentOf(context, vpc.stack);
  if (!segment) return fail(vpc.root.at, "a network", "no network where the estate declares none");
  if (vpc.exists !== "yes") return undecided(vpc.root.at, "a number that an expression decides", "one network");
  return all(
    vpc.value("cidr_block").mustBe(segment.cidr),
    ...FOREIGN_RANGES.map((attribute) => vpc.value(attribute)).map((value) =>
      value.data === false ? pass(value.at) : value.mustBeAbsent("no other range"),
    ),
  );
}
