import type { Statement } from "../../iam/policy-document";
import { deny, exceptRole } from "./deny";

/**
 * What a store lets in, encrypts with and sends on is deployed, and so is what the account allows at all.
 * Controls: A5, A6, B17, B18, C24, C25.
 *
 * @param deployRoleArn the deploy role of whichever account the guardrail binds
 */
export function storeDeny(deployRoleArn: string): readonly Statement[] {
  const deployed = exceptRole(deployRoleArn);
  return [
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
        "s3:PutBucketNotification",
        "s3:PutBucketPolicy",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketTagging",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutInventoryConfiguration",
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
