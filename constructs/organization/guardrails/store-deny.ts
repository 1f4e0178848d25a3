import type { Statement } from "../../iam/policy-document";
import { deny, exceptRole } from "./deny";

export interface StoreDenyProps {
  /** The deploy role of whichever account the guardrail binds. */
  readonly deployRoleArn: string;
  /** The role in which AWS Backup takes backups in whichever account the guardrail binds. */
  readonly backupRoleArn: string;
  /** The role in which S3 replicates what the enclave's bucket holds already. */
  readonly batchRoleArn: string;
}

/**
 * What a store lets in, encrypts with and sends on is deployed, and so is what the account allows at all.
 * Controls: A5, A6, B17, B18, C24, C25, D33.
 *
 * AWS Backup follows a bucket by its events and by an inventory, both of which it sets up in its own role, and a
 * replication of what is there already begins with an inventory too.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-batch-replication-policies.html
 */
export function storeDeny({ deployRoleArn, backupRoleArn, batchRoleArn }: StoreDenyProps): readonly Statement[] {
  const deployed = exceptRole(deployRoleArn);
  return [
    deny(
      "EventsAreDeployed",
      ["events:PutRule", "events:PutTargets", "s3:PutBucketNotification"],
      exceptRole([deployRoleArn, backupRoleArn]),
    ),
    deny(
      "InventoriesAreDeployed",
      ["s3:PutInventoryConfiguration"],
      exceptRole([deployRoleArn, backupRoleArn, batchRoleArn]),
    ),
    deny(
      "StoresAreDeployed",
      [
        "backup:DeleteBackupVaultAccessPolicy",
        "backup:DeleteBackupVaultLockConfiguration",
        "backup:PutBackupVaultAccessPolicy",
        "dynamodb:DeleteResourcePolicy",
        "dynamodb:PutResourcePolicy",
        "dynamodb:UpdateContinuousBackups",
        "kms:DeleteAlias",
        "kms:DisableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:UpdateAlias",
        "s3:CreateAccessPoint",
        "s3:DeleteBucketPolicy",
        "s3:PutAccessPointPolicy",
        "s3:PutAccountPublicAccessBlock",
        "s3:PutBucketAcl",
        "s3:PutBucketLogging",
        "s3:PutBucketPolicy",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketTagging",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
        "s3:PutReplicationConfiguration",
        "secretsmanager:DeleteResourcePolicy",
        "secretsmanager:PutResourcePolicy",
      ],
      deployed,
    ),
    deny(
      "AccountSettingsAreDeployed",
      [
        "ec2:DisableEbsEncryptionByDefault",
        "ec2:DisableImageBlockPublicAccess",
        "ec2:DisableSnapshotBlockPublicAccess",
        "ec2:EnableSerialConsoleAccess",
        "ec2:EnableSnapshotBlockPublicAccess",
        "ec2:ModifyEbsDefaultKmsKeyId",
        "ec2:ModifyInstanceMetadataDefaults",
        "ec2:ResetEbsDefaultKmsKeyId",
        "ssm:ResetServiceSetting",
        "ssm:UpdateServiceSetting",
      ],
      deployed,
    ),
    deny(
      "StreamsAreDeployed",
      [
        "firehose:CreateDeliveryStream",
        "firehose:UpdateDestination",
        "logs:PutAccountPolicy",
        "logs:PutDestination*",
        "logs:PutResourcePolicy",
        "logs:PutSubscriptionFilter",
      ],
      deployed,
    ),
  ];
}
