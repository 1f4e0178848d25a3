import { globalArn, type Place } from "../../config/place";
import type { Conditions, Statement } from "../iam/policy-document";

/** What Terraform does to a key and its alias, and nothing that touches data. */
const ADMINISTRATION = [
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];
/** What shows how a key is configured, and who may use it. */
const CONFIGURATION = [
  "kms:DescribeKey",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListResourceTags",
];
/** What ends a key, and what it encrypts. */
const ENDING = ["kms:CancelKeyDeletion", "kms:DisableKey", "kms:EnableKey", "kms:ScheduleKeyDeletion"];
/** What an AWS service does with a key on behalf of whoever calls the service. */
const USE = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

/**
 * In which AWS looks at how keys are configured.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-using-service-linked-roles.html
 */
const SERVICE_ROLES = [
  "config.amazonaws.com/AWSServiceRoleForConfig",
  "access-analyzer.amazonaws.com/AWSServiceRoleForAccessAnalyzer",
];

/** AWS refuses a policy that would lock its own author out, so whoever deploys the key administers it. */
export function administration(administratorArns: readonly string[], mayEnd: boolean): Statement {
  return {
    Sid: "Administration",
    Effect: "Allow",
    Principal: { AWS: administratorArns },
    Action: mayEnd ? [...ADMINISTRATION, ...ENDING] : ADMINISTRATION,
    Resource: "*",
  };
}

/**
 * Lets some roles of the key's account, and AWS's own that audit it, read how the key is configured, and nothing else, as
 * far as their own policies do: without this none of those has any effect on the key. KMS refuses a principal that does
 * not exist, and the roles may come later: the condition names them.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies.html
 */
export function readConfiguration(place: Place, roleArns: readonly string[]): Statement {
  const ofAws = SERVICE_ROLES.map((role) => globalArn(place, "iam", `role/aws-service-role/${role}`));
  return {
    Sid: "ReadConfiguration",
    Effect: "Allow",
    Principal: { AWS: globalArn(place, "iam", "root") },
    Action: CONFIGURATION,
    Resource: "*",
    Condition: { ArnEquals: { "aws:PrincipalArn": [...roleArns, ...ofAws] } },
  };
}

/** @param services as in `kms:ViaService`; no statement stands for none */
export function useThrough(services: readonly string[], account: string): readonly Statement[] {
  return through("UseThroughServices", services, account, USE);
}

/** @param services that go on using the key after the call: each takes a grant for its own resource */
export function grantsThrough(services: readonly string[], account: string): readonly Statement[] {
  return through("GrantsForResources", services, account, ["kms:CreateGrant"], {
    Bool: { "kms:GrantIsForAWSResource": "true" },
  });
}

function through(
  Sid: string,
  services: readonly string[],
  account: string,
  Action: readonly string[],
  more: Conditions = {},
): readonly Statement[] {
  if (services.length === 0) return [];
  const Condition = { StringEquals: { "kms:CallerAccount": account, "kms:ViaService": services }, ...more };
  return [{ Sid, Effect: "Allow", Principal: { AWS: "*" }, Action, Resource: "*", Condition }];
}
