import type { Examples } from "../../examples";
import { deny, DEPLOYER, ELSEWHERE, organizationWith } from "./example-organization";

const others = [
  ...["cloudfront:*", "directconnect:*", "globalaccelerator:*", "lambda:CreateFunctionUrlConfig", "lightsail:*"],
  ...["networkmanager:*", "ram:*", "route53:*", "route53resolver:Create*", "vpc-lattice:*"],
];
const EXCLUSION = "ec2:ModifyVpcBlockPublicAccessExclusion";
const networks = ["ec2:Accept*", "ec2:AllocateAddress", "ec2:Associate*", "ec2:Attach*", "ec2:Create*", EXCLUSION];
const doors = deny(["ec2:ModifyVpc*"], DEPLOYER);
const all = organizationWith([deny([...others, ...networks]), doors]);
const without = (action: string) =>
  organizationWith([deny([...others, ...networks].filter((each) => each !== action)), doors]);

export const networkGuardrailExamples: Examples = {
  policy: "ORG-009",
  pass: { "nobody makes or accepts a way, and the deploy role opens the door": all },
  fail: {
    "a gateway may be made": without("ec2:Create*"),
    "DNS may be forwarded elsewhere": without("route53resolver:Create*"),
    "a gateway may be attached": without("ec2:Attach*"),
    "a peering that somebody else made may be accepted": without("ec2:Accept*"),
    "what somebody else shares may be": without("ram:*"),
    "a distribution may be made": without("cloudfront:*"),
    "anybody may make an endpoint of somebody else's service": organizationWith([
      deny([...others, ...networks.filter((each) => each !== "ec2:Create*"), "ec2:CreateNat*", "ec2:CreateVpcP*"]),
      doors,
    ]),
    "anybody may open the door": organizationWith([deny([...others, ...networks])]),
    "it is denied to those who do not come through an endpoint": organizationWith([
      deny([...others, ...networks], { Null: { "aws:SourceVpce": "true" } }),
      doors,
    ]),
  },
  undecided: {
    "the guardrail comes from a data source": organizationWith([], {
      aws_organizations_policy: {
        rails: { name: "rails", content: "${data.aws_iam_policy_document.rails.json}" },
      },
    }),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
