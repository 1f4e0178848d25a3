import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, pass, type Verdict } from "../../verdict";
import { attachedTo, judgeOne } from "./attached";
import { mustNotExist } from "../in-every-stack";

interface Default {
  /** The resource that takes a default over, and the attribute that names the network. */
  readonly type: string;
  readonly by: string;
  /** Where it can carry rules itself. */
  readonly inside: readonly string[];
  /** The resources that can add rules to it, and the attribute that names it. */
  readonly rules: readonly string[];
  readonly ruleBy: string;
}

const DEFAULTS: readonly Default[] = [
  {
    type: "aws_default_security_group",
    by: "vpc_id",
    inside: ["ingress", "egress"],
    rules: ["aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"],
    ruleBy: "security_group_id",
  },
  {
    type: "aws_default_network_acl",
    by: "default_network_acl_id",
    inside: ["ingress", "egress"],
    rules: ["aws_network_acl_rule"],
    ruleBy: "network_acl_id",
  },
  {
    type: "aws_default_route_table",
    by: "default_route_table_id",
    inside: ["route", "propagating_vgws"],
    rules: ["aws_route"],
    ruleBy: "route_table_id",
  },
];

export const defaultNetworkClosed: EachResource = {
  kind: "each",
  id: "ISO-006",
  title: "The default security group, network ACL and route table of a network let nothing through",
  severity: "high",
  controls: ["C21"],
  rationale:
    "AWS gives the defaults to whatever names no other. Left as they are born, they let a forgotten instance with users' data talk to everything in the network.",
  remediation: "Build the network with IsolatedSegment, whose ClosedDefaults empties all three.",
  sources: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2"],
  construct: "network/closed-defaults",
  types: ["aws_vpc"],

  check: (vpc, context) => all(pass(vpc.root.at), ...DEFAULTS.map((each) => isEmptied(each, vpc, context))),
};

/** One resource takes the default over without rules, and no other one adds any. */
function isEmptied({ type, by, inside, rules, ruleBy }: Default, vpc: Resource, context: Context): Verdict {
  return judgeOne(attachedTo(vpc, context, type, by), vpc, `one ${type}, without rules`, (taken) => {
    const added = rules.flatMap((rule) => [taken, vpc].flatMap((owner) => owner.companions(rule, ruleBy)));
    return all(
      pass(taken.root.at),
      ...inside.map((attribute) => taken.value(attribute).mustBeAbsent("no rule")),
      ...added.map((rule) => mustNotExist(rule, "no rule of a default")),
    );
  });
}
