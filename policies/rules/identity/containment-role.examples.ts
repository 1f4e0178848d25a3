import type { Example, Examples, StacksExample } from "../../examples";
import { deny, organizationWith, resourcesWith } from "../organization/example-organization";
import { accessRole } from "./example-access";
import { visit } from "./example-visit";
import { trustJson } from "./example-trust";

const PEOPLE = "arn:aws:iam::200000000002:role/clover-local-dublin-access-*";
const endSessions = (changes: object = {}) => ({
  Effect: "Allow",
  Action: "iam:AttachRolePolicy",
  Resource: PEOPLE,
  Condition: { ArnEquals: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AWSDenyAll" } },
  ...changes,
});
const endConnections = {
  Effect: "Allow",
  Action: "ec2:RejectVpcEndpointConnections",
  Resource: "arn:aws:ec2:eu-west-1:200000000002:vpc-endpoint-service/*",
};
const find = {
  Effect: "Allow",
  Action: ["ec2:DescribeVpcEndpointConnections", "ec2:DescribeVpcEndpointServiceConfigurations", "iam:ListRoles"],
  Resource: "*",
};
const more = (Action: string) => visit("containment", [endSessions(), endConnections, find, { ...find, Action }]);
const [people] = Object.values(accessRole({ name: "support", tags: { access: "dublin-support" } })["aws_iam_role"]!);
const good = visit("containment", [endSessions(), endConnections, find]);

/** The same in an account that an organization's policies bind. */
const bound = (organization: Example): Example => ({
  stacks: { ...(organization as StacksExample).stacks, dublin: { resource: good } },
});

export const containmentRoleExamples: Examples = {
  policy: "IDN-014",
  pass: {
    "it ends sessions and connections": good,
    "guardrails leave it to it": bound(organizationWith([deny(["iam:CreateRole"])])),
    "it ends the sessions of the role that people have": {
      ...good,
      aws_iam_role: { ...good["aws_iam_role"], people: { ...people, name: "clover-local-dublin-access-support" } },
    },
  },
  fail: {
    "there is none": {},
    "a guardrail keeps it from finding whose sessions to end": bound(organizationWith([deny(["iam:List*"])])),
    "nobody of another organization is let in": bound(
      resourcesWith([
        deny(["sts:AssumeRole"], { StringNotEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" } }, { Principal: "*" }),
      ]),
    ),
    "it attaches any policy": visit("containment", [endSessions({ Condition: {} }), endConnections, find]),
    "it attaches to any role": visit("containment", [endSessions({ Resource: "*" }), endConnections, find]),
    "it accepts connections": more("ec2:AcceptVpcEndpointConnections"),
    "it lets others ask for connections": more("ec2:ModifyVpcEndpointServicePermissions"),
    "it reads data": more("s3:GetObject"),
    "it cannot end connections": visit("containment", [endSessions(), find]),
    "it cannot end the sessions of a role that people have": {
      ...good,
      aws_iam_role: { ...good["aws_iam_role"], people: { ...people } },
    },
    "the auditors are not let in": visit("containment", [endSessions(), endConnections, find], {
      assume_role_policy: trustJson({ AWS: "200000000002" }),
    }),
  },
  undecided: {
    "which policy it attaches comes from a variable": visit("containment", [
      endSessions({ Condition: { ArnEquals: { "iam:PolicyARN": "${var.policy}" } } }),
      endConnections,
      find,
    ]),
    "who is let in comes from a variable": visit("containment", [endSessions(), endConnections, find], {
      assume_role_policy: "${var.trust}",
    }),
  },
  notApplicable: { "no stack is a segment": { stacks: { organization: {} } } },
};
