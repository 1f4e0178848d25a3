import type { PolicyPlace } from "../attached-policy";

/** A type of store whose resource policy says who reaches it. */
export interface GuardedStore extends PolicyPlace {
  /** What reads, lists or writes data. */
  readonly data: readonly string[];
  readonly everything: string;
  /** What follows the store's ARN for what is in it. */
  readonly within: string;
}

/** Stores whose data is reached by requests that AWS authorizes one by one. */
export const GUARDED_STORES: Readonly<Record<string, GuardedStore>> = {
  aws_s3_bucket: {
    inline: "policy",
    companion: { type: "aws_s3_bucket_policy", by: "bucket" },
    data: ["s3:DeleteObject*", "s3:GetObject*", "s3:ListBucket", "s3:ListBucketVersions", "s3:PutObject*"],
    everything: "s3:*",
    within: "/*",
  },
  aws_dynamodb_table: {
    companion: { type: "aws_dynamodb_resource_policy", by: "resource_arn" },
    data: [
      "dynamodb:BatchGetItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:ConditionCheckItem",
      "dynamodb:DeleteItem",
      "dynamodb:ExportTableToPointInTime",
      "dynamodb:GetItem",
      "dynamodb:PartiQLDelete",
      "dynamodb:PartiQLInsert",
      "dynamodb:PartiQLSelect",
      "dynamodb:PartiQLUpdate",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:Scan",
      "dynamodb:UpdateItem",
    ],
    everything: "dynamodb:*",
    within: "/index/*",
  },
};
