import type { Examples } from "../../examples";
import { deny, DEPLOYER, ELSEWHERE, organizationWith } from "./example-organization";

const ROLES = ["arn:aws:iam::*:role/clover-deploy", "arn:aws:iam::*:role/clover-local-*"];
const PEOPLE = "arn:aws:iam::*:role/clover-local-*-access-*";
const DENY_ALL = "arn:aws:iam::aws:policy/AWSDenyAll";
const CHANGES = [
  ...["iam:CreatePolicyVersion", "iam:CreateRole", "iam:Delete*", "iam:Detach*", "iam:PutRole*"],
  ...["iam:SetDefault*", "iam:Update*"],
];
const changes = deny(CHANGES, DEPLOYER, { Resource: [...ROLES, "arn:aws:iam::*:policy/clover-local-*"] });
const attaching = deny(["iam:AttachRolePolicy"], DEPLOYER);
const federation = deny(["iam:AddClient*", "iam:CreateO*", "iam:CreateS*", "iam:UpdateS*"], DEPLOYER);
const tagged = (...keys: readonly string[]) => ({ "ForAnyValue:StringEquals": { "aws:TagKeys": keys }, ...DEPLOYER });
const TAGGING = ["iam:CreateRole", "iam:TagRole", "iam:UntagRole", "sts:TagSession"];
const people = deny(TAGGING, tagged("country-of-work", "multi-factor", "role"));
const data = deny(
  [
    ...["backup:*", "dynamodb:*", "ec2:*Tags", "kms:*", "logs:*", "rds:*Tags*", "s3:TagResource", "s3:UntagResource"],
    ...["secretsmanager:*", "sqs:*"],
  ],
  tagged("data-class"),
);

export const identityGuardrailExamples: Examples = {
  policy: "ORG-014",
  pass: {
    "the deploy role alone changes roles, federation and tags": organizationWith([
      changes,
      attaching,
      federation,
      people,
      data,
    ]),
    "people may be cut off by anybody": organizationWith([
      changes,
      { ...deny(["iam:AttachRolePolicy"], DEPLOYER), Resource: undefined, NotResource: PEOPLE },
      deny(
        ["iam:AttachRolePolicy"],
        { ArnNotEquals: { ...DEPLOYER.ArnNotEquals, "iam:PolicyARN": DENY_ALL } },
        { Resource: PEOPLE },
      ),
      federation,
      people,
      data,
    ]),
  },
  fail: {
    "the trust of a role may be rewritten": organizationWith([
      { ...changes, Action: CHANGES.filter((action) => action !== "iam:Update*") },
      attaching,
      federation,
      people,
      data,
    ]),
    "a role may be made under a name that is spared": organizationWith([
      { ...changes, Action: CHANGES.filter((action) => action !== "iam:CreateRole") },
      attaching,
      federation,
      people,
      data,
    ]),
    "the deploy role itself may be changed": organizationWith([
      { ...changes, Resource: ROLES.slice(1) },
      attaching,
      federation,
      people,
      data,
    ]),
    "people may be given another policy": organizationWith([
      changes,
      { ...deny(["iam:AttachRolePolicy"], DEPLOYER), Resource: undefined, NotResource: PEOPLE },
      federation,
      people,
      data,
    ]),
    "an identity provider may be let in": organizationWith([changes, attaching, people, data]),
    "a country of work may be written": organizationWith([
      changes,
      attaching,
      federation,
      deny(TAGGING, tagged("multi-factor", "role")),
      data,
    ]),
    "the class of data may be written": organizationWith([changes, attaching, federation, people]),
  },
  undecided: {
    "which roles it is about comes from a variable": organizationWith([
      { ...changes, Resource: "${var.roles}" },
      attaching,
      federation,
      people,
      data,
    ]),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
