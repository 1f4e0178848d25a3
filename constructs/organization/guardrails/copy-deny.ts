import type { Statement } from "../../iam/policy-document";
import { deny, exceptRole } from "./deny";

/** Who may do what nobody else may: each is one role. */
export interface CopyExceptions {
  /** The one role that may end a key: the enclave's, whose end is the point. */
  readonly retiringRoleArn: string;
  /** The one role that may export a table: the drain's, from the enclave into its own bucket. */
  readonly exportingRoleArn: string;
}

/**
 * Keys stay in their region and are kept; data is not copied, shared or exported by any service's own
 * means. Of the declared drain, the replication is S3's. Controls: A4, A5, A7, A8, B15, B17.
 */
export function copyDeny({ retiringRoleArn, exportingRoleArn }: CopyExceptions): readonly Statement[] {
  return [
    deny("KeysOfOneRegion", ["kms:CreateKey"], { Bool: { "kms:MultiRegion": "true" } }),
    // Key material that came from outside, or stays there, is known to somebody else.
    deny("KeysAreNotCopied", [
      "kms:CreateCustomKeyStore",
      "kms:ImportKeyMaterial",
      "kms:ReplicateKey",
      "kms:UpdatePrimaryRegion",
    ]),
    deny("KeysAreKept", ["kms:DisableKey", "kms:ScheduleKeyDeletion"], exceptRole(retiringRoleArn)),
    // A request that does not carry the key comes from no service either.
    deny("GrantsForResources", ["kms:CreateGrant"], { BoolIfExists: { "kms:GrantIsForAWSResource": "false" } }),
    deny("ExportIsTheDrains", ["dynamodb:ExportTableToPointInTime", "s3:CreateJob"], exceptRole(exportingRoleArn)),
    deny("NothingIsCopied", [
      "appflow:CreateFlow",
      "backup:CopyFromBackupVault",
      "backup:CopyIntoBackupVault",
      "backup:StartCopyJob",
      "config:PutAggregationAuthorization",
      "config:PutConfigurationAggregator",
      "datasync:CreateTask",
      "dlm:CreateLifecyclePolicy",
      "dms:CreateEndpoint",
      "dynamodb:CreateGlobalTable",
      "dynamodb:CreateTableReplica",
      "dynamodb:EnableKinesisStreamingDestination",
      "dynamodb:UpdateGlobalTable",
      "ec2:CopyImage",
      "ec2:CopySnapshot",
      "ec2:CopyVolumes",
      "ecr-public:*",
      "ecr:PutReplicationConfiguration",
      "elasticache:CopyS*",
      "elasticache:CreateGlobalReplicationGroup",
      "elasticache:ExportServerlessCacheSnapshot",
      "elasticfilesystem:CreateReplicationConfiguration",
      "fsx:CopyBackup",
      "logs:CreateExportTask",
      "memorydb:CopySnapshot",
      "oam:CreateLink",
      "rds:CopyDBClusterSnapshot",
      "rds:CopyDBSnapshot",
      "rds:CreateDBInstanceReadReplica",
      "rds:CreateGlobalCluster",
      "rds:CreateIntegration",
      "rds:StartDBInstanceAutomatedBackupsReplication",
      "rds:StartExportTask",
      "redshift:EnableSnapshotCopy",
      "s3:CreateMultiRegionAccessPoint",
      "secretsmanager:ReplicateSecretToRegions",
      "snowball:CreateJob",
      "storagegateway:ActivateGateway",
      "transfer:Create*",
    ]),
    deny("NothingIsShared", [
      "ebs:GetSnapshotBlock",
      "ebs:ListChangedBlocks",
      "ebs:ListSnapshotBlocks",
      "ec2:CreateInstanceExportTask",
      "ec2:CreateStoreImageTask",
      "ec2:ExportImage",
      "ec2:ModifyImageAttribute",
      "ec2:ModifySnapshotAttribute",
      "lambda:AddLayerVersionPermission",
      "rds:ModifyDBClusterSnapshotAttribute",
      "rds:ModifyDBSnapshotAttribute",
      "redshift:AuthorizeDataShare",
      "redshift:AuthorizeSnapshotAccess",
      "ssm:ModifyDocumentPermission",
    ]),
  ];
}
