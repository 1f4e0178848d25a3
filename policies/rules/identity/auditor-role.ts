import { monitorRoles } from "../../../config/names";
import { MONITOR, type StackPlace } from "../../../config/places";
import { judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all } from "../../verdict";
import type { Permitted } from "../denial-of";
import { KEY_TYPES } from "../encryption/key-policy";
import { ofVisitingRole, type Needed } from "./visiting-role";

/**
 * What shows how an account is configured and what happened in it, and nothing that is stored. No verb says so: `Get`
 * reads a bucket's policy and a user's record. Where a pattern stands, the whole service keeps nothing of a user's.
 */
const CONFIGURATION: readonly Permitted[] = [
  {
    Action: [
      ...["access-analyzer:Get*", "access-analyzer:List*", "account:GetAlternateContact", "account:ListRegions"],
      ...["backup:DescribeBackupVault", "backup:DescribeRegionSettings", "backup:GetBackupPlan"],
      ...["backup:GetBackupVaultAccessPolicy", "backup:ListBackupPlans", "backup:ListBackupVaults"],
      ...["cloudtrail:DescribeTrails", "cloudtrail:GetEventSelectors", "cloudtrail:GetTrail"],
      ...["cloudtrail:GetTrailStatus", "cloudtrail:ListTrails", "cloudtrail:LookupEvents"],
      ...["cloudwatch:DescribeAlarms", "config:Describe*", "config:GetResourceConfigHistory", "config:List*"],
      ...["dynamodb:DescribeContinuousBackups", "dynamodb:DescribeTable", "dynamodb:ListTables"],
      ...["ec2:DescribeFlowLogs", "ec2:DescribeInternetGateways", "ec2:DescribeNetworkAcls"],
      ...["ec2:DescribeRegions", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroupRules"],
      ...["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcBlockPublicAccess*"],
      ...["ec2:DescribeVpcEndpoint*", "ec2:DescribeVpcPeeringConnections", "ec2:DescribeVpcs"],
      ...["ec2:GetEbsDefaultKmsKeyId", "ec2:GetEbsEncryptionByDefault", "events:DescribeRule", "events:ListRules"],
      ...["events:ListTargetsByRule", "guardduty:Get*", "guardduty:List*", "iam:GetAccountSummary"],
      ...["iam:GetPolicy", "iam:GetPolicyVersion", "iam:GetRole", "iam:GetRolePolicy"],
      ...["iam:ListAttachedRolePolicies", "iam:ListPolicies", "iam:ListRolePolicies", "iam:ListRoles"],
      ...["iam:ListUsers", "kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListAliases"],
      ...["kms:ListGrants", "kms:ListKeyPolicies", "kms:ListKeys", "logs:DescribeLogGroups"],
      ...["network-firewall:Describe*", "network-firewall:List*", "organizations:Describe*", "organizations:List*"],
      ...["route53resolver:Get*", "route53resolver:List*", "s3:GetAccountPublicAccessBlock", "s3:GetBucket*"],
      ...["s3:GetEncryptionConfiguration", "s3:GetLifecycleConfiguration", "s3:GetReplicationConfiguration"],
      ...["s3:ListAllMyBuckets", "tag:GetResources"],
    ],
  },
];
/** What is denied in so many words, whatever a bucket's, a table's or a key's own policy grants. */
const DENIED = [
  ...["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "kms:Decrypt"],
  ...["logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery", "s3:GetObject*"],
  ...["secretsmanager:GetSecretValue", "sqs:ReceiveMessage", "ssm:GetParameter*"],
];
/** What a second look at an account begins with. */
const NEEDED = [
  ...["cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus", "cloudtrail:LookupEvents"],
  ...["config:DescribeConfigurationRecorderStatus", "ec2:DescribeVpcEndpoints", "guardduty:ListDetectors"],
  ...["iam:GetRole", "iam:GetRolePolicy", "s3:GetBucketPolicy"],
].map((action): Needed => ({ action, resource: "*" }));
/** What it must see of each key of the account, which no policy but the key's own opens. */
const OF_KEYS = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants"];

export const auditorRole: WholeEstate = {
  kind: "whole",
  id: "IDN-013",
  title: "In every account of the operator's the monitor's auditors can read the configuration, and no data",
  severity: "high",
  controls: ["D35", "E40", "H62"],
  rationale:
    "A monitor that sees only what it is sent cannot tell whether that is all. One that could read users' data would be a transfer of it to wherever its people work.",
  remediation:
    "Build the stack as an AuditedStack, or add AuditorRole to it; give the role no other policy, and build keys with DataKey. An action that shows more of the configuration is named in AuditorRole and here.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies.html",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  ],
  construct: "audit/auditor-role",

  check(context) {
    const places = judgedPlaces(context).filter(({ stack }) => stack !== MONITOR);
    return places.map((place) =>
      ofVisitingRole(context, place, monitorRoles(context.estate, place).auditorRoleArn, (role) =>
        all(
          role.letsAuditorsIn(),
          role.mayOnly(CONFIGURATION, "what shows configuration alone"),
          role.isDenied(DENIED, "no data, explicitly"),
          role.can(NEEDED),
          ...keysIn(place, context).map((key) => role.reaches(key, OF_KEYS)),
        ),
      ),
    );
  },
};

/** Those of other stacks in the account too, e.g. of what keeps its state. */
function keysIn({ account }: StackPlace, { model }: Context): readonly Resource[] {
  return model.resources(...KEY_TYPES).filter((key) => key.account === account);
}
