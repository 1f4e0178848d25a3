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
/** What ends a key, and what it encrypts. */
const ENDING = ["kms:CancelKeyDeletion", "kms:DisableKey", "kms:EnableKey", "kms:ScheduleKeyDeletion"];
/** What an AWS service does with a key on behalf of whoever calls the service. */
const USE = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

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
 * Lets a role read how the key is configured, and nothing else, so that what is deployed can be compared with what is
 * declared. KMS refuses a principal that does not exist, and the role may come later: the condition names it.
 */
export function planning(rootArn: string, roleArn: string): Statement {
  return {
    Sid: "Planning",
    Effect: "Allow",
    Principal: { AWS: rootArn },
    Action: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
    Resource: "*",
    Condition: { ArnEquals: { "aws:PrincipalArn": roleArn } },
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
