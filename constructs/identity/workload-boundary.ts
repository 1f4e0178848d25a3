import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Construct } from "constructs";
import { globalArn } from "../../config/place";
import { policyDocument, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { LAMBDA_NETWORK_INTERFACES } from "./lambda-network-interfaces";

/** Lambda sends what a function could not handle in the function's role, and from its own network. */
const QUEUES_FROM_A_NETWORK = [
  "sqs:ChangeMessageVisibility",
  "sqs:DeleteMessage",
  "sqs:GetQueueAttributes",
  "sqs:PurgeQueue",
  "sqs:ReceiveMessage",
];

/** What a workload of a segment may ever be allowed: the data plane of its own services. */
const DATA_PLANE = [
  "cloudwatch:PutMetricData",
  "dynamodb:BatchGetItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:UpdateItem",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  "s3:AbortMultipartUpload",
  "s3:DeleteObject",
  "s3:GetObject",
  "s3:GetObjectTagging",
  "s3:GetObjectVersion",
  "s3:ListBucket",
  "s3:ListBucketVersions",
  "s3:PutObject",
  "s3:PutObjectTagging",
  "secretsmanager:GetSecretValue",
  "sqs:DeleteMessage",
  "sqs:GetQueueAttributes",
  "sqs:ReceiveMessage",
  "sqs:SendMessage",
];

export interface WorkloadBoundaryProps {
  readonly organizationId: string;
}

/**
 * Guarantee: a role that carries this boundary can use data of its organization, in its own region,
 * and can do nothing else, whatever else it is given: no networks, no keys, no policies, no roles. Lambda may
 * give its function an address; the function's own code may not.
 *
 * Emits `aws_iam_policy`, to be set as the permissions boundary of every workload role.
 * Controls: A2, B17, E39, H62.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export class WorkloadBoundary extends Construct {
  /** Computed. */
  readonly arn: string;

  constructor(scope: Construct, id: string, { organizationId }: WorkloadBoundaryProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    const name = lock.name("workload-boundary");
    new IamPolicy(this, "policy", {
      name,
      description: "The most that a workload of this segment may ever do",
      policy: policyDocument(boundary(lock.place.region, organizationId)),
    });
    this.arn = globalArn(lock.place, "iam", `policy/${name}`);
  }
}

function boundary(region: string, organizationId: string): readonly Statement[] {
  return [
    { Sid: "DataPlane", Effect: "Allow", Action: DATA_PLANE, Resource: "*" },
    LAMBDA_NETWORK_INTERFACES,
    {
      Sid: "OtherRegions",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": region } },
    },
    {
      Sid: "OtherOrganizations",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { StringNotEqualsIfExists: { "aws:ResourceOrgID": organizationId } },
    },
    {
      // A service that calls on the workload's behalf comes from its own network.
      Sid: "OutsideAnyNetwork",
      Effect: "Deny",
      Action: ["dynamodb:*", "s3:*", "secretsmanager:*", ...QUEUES_FROM_A_NETWORK],
      Resource: "*",
      Condition: { Null: { "aws:SourceVpce": "true" }, BoolIfExists: { "aws:ViaAWSService": "false" } },
    },
  ];
}
