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
export const DATA_PLANE: readonly string[] = [
  ...["dynamodb:*", "s3:*", "secretsmanager:*"],
  // Not sending: Lambda sends what a function could not handle in the function's role, and from its own network.
  ...["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
];

/** What a workload may do from outside any network as well: it puts in, or uses a key, which its own policy guards. */
export const FROM_ANYWHERE: readonly Permitted[] = [
  {
    Action: [
      ...["cloudwatch:PutMetricData", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
      ...["logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage"],
    ],
  },
];

/**
 * Lambda gives a function its addresses in the function's role. What the function's own code calls carries the
 * function's ARN.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
export const LAMBDA_ITSELF: readonly Permitted[] = [
  {
    Action: [
      ...["ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"],
      ...["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"],
      ...["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"],
    ],
    Condition: { Null: { "lambda:SourceFunctionArn": "true" } },
  },
];

/** A service that calls on somebody's behalf comes from its own network. */
export const THROUGH_A_NETWORK: readonly Permitted[] = [
  { Condition: { Null: { "aws:SourceVpce": "false" } } },
  { Condition: { Bool: { "aws:ViaAWSService": "true" } } },
];
