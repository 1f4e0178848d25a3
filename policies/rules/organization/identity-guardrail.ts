import { anyPolicyArn, anyRoleArn, deployRoleArn } from "../../../config/names";
import type { StackPlace } from "../../../config/places";
import type { Context } from "../../context";
import type { WholeEstate } from "../../policy";
import { deniedToMembers, exceptRole, type Denial } from "./denied-to-members";

const CHANGES = [
  ...["iam:CreatePolicyVersion", "iam:CreateRole", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:DeleteRole"],
  ...["iam:DeleteRolePermissionsBoundary", "iam:DeleteRolePolicy", "iam:DetachRolePolicy"],
  ...["iam:PutRolePermissionsBoundary", "iam:PutRolePolicy", "iam:SetDefaultPolicyVersion"],
  ...["iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription"],
];
const FEDERATION = [
  ...["iam:AddClientIDToOpenIDConnectProvider", "iam:CreateOpenIDConnectProvider", "iam:CreateSAMLProvider"],
  "iam:UpdateSAMLProvider",
];
/** A principal's tags are its role's, and its session's over them. */
const TAGGING_PEOPLE = ["iam:CreateRole", "iam:TagRole", "iam:UntagRole", "sts:TagSession"];
const TAGS_OF_PEOPLE = ["country-of-work", "multi-factor", "role"];
const TAGGING_DATA = [
  ...["backup:TagResource", "backup:UntagResource", "dynamodb:TagResource", "dynamodb:UntagResource"],
  ...["ec2:CreateTags", "ec2:DeleteTags", "kms:TagResource", "kms:UntagResource", "logs:TagResource"],
  ...["logs:UntagResource", "rds:AddTagsToResource", "rds:RemoveTagsFromResource", "s3:TagResource"],
  ...["s3:UntagResource", "secretsmanager:TagResource", "secretsmanager:UntagResource", "sqs:TagQueue"],
  "sqs:UntagQueue",
];

export const identityGuardrail: WholeEstate = {
  kind: "whole",
  id: "ORG-014",
  title:
    "Only the deploy role changes the estate's roles, what limits them, and the tags that people and data are told apart by",
  severity: "critical",
  controls: ["D33", "E40", "E41"],
  rationale:
    "Whoever can rewrite the trust of a role that a guardrail spares is spared, whoever can rewrite the monitor's blinds it, and whoever can write a country of work into a tag works there.",
  remediation: "Attach the guardrails of GuardrailPolicies, with identityDeny among them, to the account's unit.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html",
  ],
  construct: "organization/guardrails/identity-deny",

  check(context) {
    return deniedToMembers(context, (member) => denials(member, context));
  },
};

function denials(member: StackPlace, { estate }: Context): readonly [Denial, ...Denial[]] {
  const deployer = deployRoleArn(estate, member);
  const except = exceptRole(deployer);
  const roles = [anyRoleArn(estate, "*"), deployer];
  /** What the monitor cuts people off with: it gives nobody anything. */
  const cutsOff = {
    Resource: [anyRoleArn(estate, "*-access-*")],
    Condition: { ArnEquals: { "iam:PolicyARN": `arn:${member.partition}:iam::aws:policy/AWSDenyAll` } },
  };
  return [
    {
      expected: "nobody but the deploy role changes a role of the estate",
      actions: CHANGES,
      resources: [...roles, anyPolicyArn(estate)],
      except,
    },
    {
      expected: "nobody but the deploy role attaches a policy to a role of the estate, except to cut people off",
      actions: ["iam:AttachRolePolicy"],
      resources: roles,
      except: [...except, cutsOff],
    },
    { expected: "nobody but the deploy role lets an identity provider in", actions: FEDERATION, except },
    ...TAGS_OF_PEOPLE.map((tag) => ({
      expected: `nobody but the deploy role writes the tag ${tag} of a person`,
      actions: TAGGING_PEOPLE,
      context: { "aws:TagKeys": [tag] },
      except,
    })),
    {
      expected: "nobody but the deploy role writes what class data is of",
      actions: TAGGING_DATA,
      context: { "aws:TagKeys": ["data-class"] },
      except,
    },
  ];
}
