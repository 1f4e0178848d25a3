/**
 * What shows how an account is configured, and what happened in it. No wildcard here takes in an action that shows what
 * is stored: where a service mixes the two, its actions are named one by one.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const READS_CONFIGURATION: readonly string[] = [
  ...["access-analyzer:Get*", "access-analyzer:List*"],
  ...["account:GetAlternateContact", "account:ListRegions"],
  ...["backup:DescribeBackupVault", "backup:DescribeRegionSettings", "backup:GetBackupPlan"],
  ...["backup:GetBackupVaultAccessPolicy", "backup:ListBackupPlans", "backup:ListBackupVaults"],
  ...["cloudtrail:DescribeTrails", "cloudtrail:GetEventSelectors", "cloudtrail:GetTrail", "cloudtrail:GetTrailStatus"],
  ...["cloudtrail:ListTrails", "cloudtrail:LookupEvents"],
  ...["cloudwatch:DescribeAlarms", "config:Describe*", "config:GetResourceConfigHistory", "config:List*"],
  ...["dynamodb:DescribeContinuousBackups", "dynamodb:DescribeTable", "dynamodb:ListTables"],
  ...["ec2:DescribeFlowLogs", "ec2:DescribeInternetGateways", "ec2:DescribeNetworkAcls", "ec2:DescribeRegions"],
  ...["ec2:DescribeRouteTables", "ec2:DescribeSecurityGroupRules", "ec2:DescribeSecurityGroups"],
  ...["ec2:DescribeSubnets", "ec2:DescribeVpcBlockPublicAccess*", "ec2:DescribeVpcEndpoint*"],
  ...["ec2:DescribeVpcPeeringConnections", "ec2:DescribeVpcs", "ec2:GetEbsDefaultKmsKeyId"],
  ...["ec2:GetEbsEncryptionByDefault"],
  ...["events:DescribeRule", "events:ListRules", "events:ListTargetsByRule"],
  ...["guardduty:Get*", "guardduty:List*"],
  ...["iam:GetAccountSummary", "iam:GetPolicy", "iam:GetPolicyVersion", "iam:GetRole", "iam:GetRolePolicy"],
  ...["iam:ListAttachedRolePolicies", "iam:ListPolicies", "iam:ListRolePolicies", "iam:ListRoles", "iam:ListUsers"],
  ...["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListAliases", "kms:ListGrants"],
  ...["kms:ListKeyPolicies", "kms:ListKeys"],
  ...["logs:DescribeLogGroups", "network-firewall:Describe*", "network-firewall:List*"],
  ...["organizations:Describe*", "organizations:List*", "route53resolver:Get*", "route53resolver:List*"],
  ...["s3:GetAccountPublicAccessBlock", "s3:GetBucket*", "s3:GetEncryptionConfiguration"],
  ...["s3:GetLifecycleConfiguration", "s3:GetReplicationConfiguration", "s3:ListAllMyBuckets"],
  ...["tag:GetResources"],
];

/** What shows what is stored, or decrypts it, or can be turned into credentials that do. */
export const READS_DATA: readonly string[] = [
  ...["athena:Get*", "backup:StartRestoreJob", "dynamodb:BatchGetItem", "dynamodb:ExportTableToPointInTime"],
  ...["dynamodb:GetItem", "dynamodb:GetRecords", "dynamodb:PartiQL*", "dynamodb:Query", "dynamodb:Scan"],
  ...["dynamodb:TransactGetItems", "ebs:GetSnapshotBlock", "ec2:GetConsoleOutput", "ecr:BatchGetImage"],
  ...["ecr:GetDownloadUrlForLayer", "kinesis:GetRecords"],
  ...["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
  ...["lambda:GetFunction", "lambda:Invoke*", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:GetLogRecord"],
  ...["logs:GetQueryResults", "logs:StartLiveTail", "logs:StartQuery", "logs:Unmask", "rds-data:*"],
  ...["s3:GetObject*", "s3:RestoreObject", "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"],
  ...["sqs:ReceiveMessage", "ssm:GetParameter*", "ssm:StartSession", "sts:AssumeRole*"],
];
