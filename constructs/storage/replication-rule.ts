import type {
  S3BucketReplicationConfigurationRule,
  S3BucketReplicationConfigurationRuleDestination,
} from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";

/** S3's replication time control knows this one value. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html */
const WITHIN = { minutes: 15 };

/** The rule that copies every object of a bucket, encrypted ones too, within fifteen minutes, and no deletion. */
export function copyEveryObject(
  id: string,
  destination: Omit<S3BucketReplicationConfigurationRuleDestination, "metrics" | "replicationTime">,
): S3BucketReplicationConfigurationRule {
  return {
    id,
    status: "Enabled",
    priority: 1,
    filter: {},
    deleteMarkerReplication: { status: "Disabled" },
    sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
    destination: {
      ...destination,
      metrics: { status: "Enabled", eventThreshold: WITHIN },
      replicationTime: { status: "Enabled", time: WITHIN },
    },
  };
}
