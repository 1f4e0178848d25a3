import type { Permitted } from "../denial-of";

/** What changes who may do what, or what is where: no workload's business. */
export const ADMINISTRATION: readonly string[] = [
  ...["account:*", "cloudtrail:*", "config:*", "iam:*", "organizations:*", "ram:*"],
  ...["dynamodb:DeleteTable", "dynamodb:PutResourcePolicy", "ec2:*"],
  ...["kms:CreateGrant", "kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
  ...["s3:DeleteBucket", "s3:PutBucketPolicy", "s3:PutReplicationConfiguration"],
  ...["sts:AssumeRole", "sts:TagSession"],
];

/** The services that keep data of a segment. */
export const DATA_PLANE: readonly string[] = ["dynamodb:*", "s3:*", "secretsmanager:*", "sqs:*"];

/** A service that calls on somebody's behalf comes from its own network. */
export const THROUGH_A_NETWORK: readonly Permitted[] = [
  { Condition: { Null: { "aws:SourceVpce": "false" } } },
  { Condition: { Bool: { "aws:ViaAWSService": "true" } } },
];
