import type { Examples } from "../../examples";
import { deny, ELSEWHERE, organizationWith } from "./example-organization";

const stays = ["account:*", "organizations:LeaveOrganization"];
const people = ["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateUser"];
const root = deny(["*"], { StringLike: { "aws:PrincipalArn": "arn:*:iam::*:root" } });

export const accountGuardrailExamples: Examples = {
  policy: "ORG-005",
  pass: {
    "all of it is denied": organizationWith([deny(stays), deny(people), root]),
    "more is": organizationWith([deny(["account:*", "iam:*", "organizations:*"]), root]),
  },
  fail: {
    "the account may leave": organizationWith([deny(["account:*"]), deny(people), root]),
    "it may open a region": organizationWith([deny(stays.slice(1)), deny(people), root]),
    "users may be made": organizationWith([deny(stays), deny(people.slice(0, 2)), root]),
    "root is denied where it has a second factor": organizationWith([
      deny(stays),
      deny(people),
      deny(["*"], {
        StringLike: { "aws:PrincipalArn": "arn:*:iam::*:root" },
        Bool: { "aws:MultiFactorAuthPresent": "true" },
      }),
    ]),
    "root is denied some actions": organizationWith([deny(stays), deny(people), { ...root, Action: "s3:*" }]),
    "a condition never holds": organizationWith([
      deny([...stays, ...people], { StringEquals: { "aws:PrincipalAccount": "666666666666" } }),
      root,
    ]),
  },
  undecided: {
    "the actions come from a variable": organizationWith([deny(["${var.actions}"]), deny(people), root]),
    "a condition is of a key that is not known": organizationWith([
      deny(stays, { StringEquals: { "clover:Unknown": "x" } }),
      deny(people),
      root,
    ]),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
