import type { Place } from "../../../config/place";

export const KEY_ACTIONS = [
  ...["kms:CreateGrant", "kms:Decrypt", "kms:DisableKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:PutKeyPolicy"],
  ...["kms:ReEncrypt*", "kms:ScheduleKeyDeletion"],
];

/** What writes, what can be turned into other credentials, and what reads a secret. */
export const CREDENTIALS_AND_WRITES = [
  ...["dynamodb:BatchWriteItem", "dynamodb:Delete*", "dynamodb:Put*", "dynamodb:Update*"],
  ...["ec2:Modify*", "ec2:RunInstances", "events:Put*", "firehose:Put*"],
  ...["iam:Add*", "iam:Attach*", "iam:Create*", "iam:Delete*", "iam:PassRole", "iam:Put*", "iam:Update*"],
  ...["kinesis:Put*", "lambda:AddPermission", "lambda:Create*", "lambda:Invoke*", "lambda:Update*", "logs:Put*"],
  ...["s3:Delete*", "s3:Put*", "s3:Replicate*", "secretsmanager:GetSecretValue", "secretsmanager:Put*"],
  ...["sns:Publish", "sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage", "ssm:GetParameter*"],
  ...["ssm:PutParameter", "ssm:SendCommand", "ssm:StartSession", "sts:AssumeRole"],
];

/** The ARNs that resources of one name would have, of every service that writes or gives credentials. */
export function arnsNamed(name: string, { partition, region, account }: Omit<Place, "country">): readonly string[] {
  const regional = (service: string, resource: string) =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  return [
    `arn:${partition}:iam::${account}:policy/${name}`,
    `arn:${partition}:iam::${account}:role/${name}`,
    `arn:${partition}:iam::${account}:user/${name}`,
    `arn:${partition}:s3:::${name}`,
    `arn:${partition}:s3:::${name}/${name}`,
    regional("dynamodb", `table/${name}`),
    regional("ec2", `instance/${name}`),
    regional("events", `event-bus/${name}`),
    regional("firehose", `deliverystream/${name}`),
    regional("kinesis", `stream/${name}`),
    regional("kms", `key/${name}`),
    regional("lambda", `function:${name}`),
    regional("logs", `log-group:${name}`),
    regional("secretsmanager", `secret:${name}`),
    regional("sns", name),
    regional("sqs", name),
    regional("ssm", `parameter/${name}`),
  ];
}
