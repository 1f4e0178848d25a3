import type { Statement } from "../../iam/policy-document";
import { deny, exceptRole } from "./deny";
import { TAGS_OF_PEOPLE } from "./tags-of-people";

const TAG_OF_DATA = "data-class";

const tagged = (...keys: readonly string[]) => ({ "ForAnyValue:StringEquals": { "aws:TagKeys": keys } });

export interface IdentityDenyProps {
  /** The deploy role of whichever account the guardrail binds. */
  readonly deployRoleArn: string;
  /**
   * Patterns of every role and policy of the estate: the deploy role, the drain's, people's, the monitor's; of those
   * that are not there yet as well, or somebody could make a role that a guardrail spares.
   */
  readonly roleArns: readonly string[];
  readonly policyArns: readonly string[];
  /** Pattern of the roles in which people reach data. */
  readonly peopleRoleArns: string;
  /** AWS's own policy that denies everything: the monitor ends people's sessions with it. */
  readonly denyAllPolicyArn: string;
}

/**
 * Roles, what limits them, and the tags by which people and data are told apart are deployed: whoever
 * administers an account can neither make the monitor blind, nor become a role that a guardrail spares, nor say
 * that they work in another country. Controls: D33, E40, E41.
 */
export function identityDeny(props: IdentityDenyProps): readonly Statement[] {
  const deployed = exceptRole(props.deployRoleArn);
  return [
    deny(
      "RolesAreDeployed",
      [
        "iam:CreatePolicyVersion",
        "iam:CreateRole",
        "iam:DeletePolicy*",
        "iam:DeleteRole*",
        "iam:DetachRolePolicy",
        "iam:PutRole*",
        "iam:SetDefaultPolicyVersion",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole*",
      ],
      deployed,
      [...props.policyArns, ...props.roleArns],
    ),
    {
      Sid: "PoliciesAreAttachedByDeployment",
      Effect: "Deny",
      Action: ["iam:AttachRolePolicy"],
      NotResource: props.peopleRoleArns,
      Condition: deployed,
    },
    deny(
      "PeopleAreOnlyCutOff",
      ["iam:AttachRolePolicy"],
      { ArnNotEquals: { "aws:PrincipalArn": props.deployRoleArn, "iam:PolicyARN": props.denyAllPolicyArn } },
      props.peopleRoleArns,
    ),
    deny(
      "FederationIsDeployed",
      [
        "iam:AddClientIDToOpenIDConnectProvider",
        "iam:CreateOpenIDConnectProvider",
        "iam:CreateSAMLProvider",
        "iam:UpdateSAMLProvider",
      ],
      deployed,
    ),
    deny("TagsOfPeople", ["iam:CreateRole", "iam:TagRole", "iam:UntagRole", "sts:TagSession"], {
      ...tagged(...TAGS_OF_PEOPLE),
      ...deployed,
    }),
    deny(
      "TagOfData",
      [
        "backup:TagResource",
        "backup:UntagResource",
        "dynamodb:TagResource",
        "dynamodb:UntagResource",
        "ec2:CreateTags",
        "ec2:DeleteTags",
        "kms:TagResource",
        "kms:UntagResource",
        "logs:TagResource",
        "logs:UntagResource",
        "rds:AddTagsToResource",
        "rds:RemoveTagsFromResource",
        "s3:TagResource",
        "s3:UntagResource",
        "secretsmanager:TagResource",
        "secretsmanager:UntagResource",
        "sqs:TagQueue",
        "sqs:UntagQueue",
      ],
      { ...tagged(TAG_OF_DATA), ...deployed },
    ),
  ];
}
