import type { Resource } from "../../model/resource";
import { once } from "../../once";
import type { WholeEstate } from "../../policy";
import { all, notApplicable, pass, type Verdict } from "../../verdict";
import { HOMES } from "./homes";
import { inEveryStack } from "../in-every-stack";
import { isMonitorsFunction } from "./monitors-function";
import { mustName } from "./must-name";
import { valuesNamed } from "./values-named";

const EXPECTED = "a subnet, or a group of subnets, of its stack";
/** `subnet_ids`, `vpc_subnets` and the like. */
const SUBNETS = /(^|_)subnets?(_ids?|_arns?)?$/;

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

  check(context) {
    const others = context.model
      .resources()
      .filter((one) => !Object.hasOwn(HOMES, one.type) && subnetsOf(one).length > 0);
    return inEveryStack(context, [...context.model.resources(...Object.keys(HOMES)), ...others], (resource) => {
      if (isMonitorsFunction(resource)) return notApplicable(resource.root.at);
      const home = HOMES[resource.type];
      return home ? mustName(resource, home, EXPECTED) : isInOwnSubnets(resource);
    });
  },
};

/** What may run outside of any network does not where it names subnets, and then they are its own stack's. */
function isInOwnSubnets(resource: Resource): Verdict {
  const ofStack = ({ stack }: Resource) => stack === resource.stack;
  return all(
    pass(resource.root.at),
    ...subnetsOf(resource).map((subnet) => subnet.mustReferTo(EXPECTED, ["aws_subnet"], ofStack)),
  );
}

const subnetsOf = once((resource: Resource) => valuesNamed(resource, SUBNETS));
