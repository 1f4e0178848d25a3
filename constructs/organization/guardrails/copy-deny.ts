import type { Statement } from "../../iam/policy-document";
import { deny, exceptRole } from "./deny";

/** Who may do what nobody else may: each is one role. */
export interface CopyExceptions {
  /** The deploy role of whichever account the guardrail binds. */
  readonly deployRoleArn: string;
  /** The one role that may end a key: the enclave's, whose end is the point. */
  readonly retiringRoleArn: string;
  /** The one role that may export a table: the drain's, from the enclave into its own bucket. */
  readonly exportingRoleArn: string;
}

/**
 * Keys stay in their region and are kept; data is not copied, shared or exported by any service's own
 * means. The declared drain is deployed, and its replication is S3's. Controls: A4, A5, A6, A7, A8, B15, B17.
 */
export function copyDeny({ deployRoleArn, retiringRoleArn, exportingRoleArn }: CopyExceptions): readonly Statement[] {
  return [
    deny("KeysOfOneRegion", ["kms:CreateKey"], { Bool: { "kms:MultiRegion": "true" } }),
    deny("KeysAreNotCopied", ["kms:ReplicateKey", "kms:UpdatePrimaryRegion"]),
    deny("KeysAreKept", ["kms:DisableKey", "kms:ScheduleKeyDeletion"], exceptRole(retiringRoleArn)),
    // A request that does not carry the key comes from no service either.
    deny("GrantsForResources", ["kms:CreateGrant"], { BoolIfExists: { "kms:GrantIsForAWSResource": "false" } }),
    deny("ExportIsTheDrains", ["dynamodb:ExportTableToPointInTime", "s3:CreateJob"], exceptRole(exportingRoleArn)),
    deny("ReplicationIsDeployed", ["s3:PutReplicationConfiguration"], exceptRole(deployRoleArn)),
    deny("NothingIsCopied", [
      "backup:CopyFromBackupVault",
      "backup:CopyIntoBackupVault",
      "backup:StartCopyJob",
      "datasync:CreateTask",
      "dynamodb:CreateGlobalTable",
      "dynamodb:CreateTableReplica",
      "dynamodb:UpdateGlobalTable",
      "ec2:CopyImage",
      "ec2:CopySnapshot",
      "ecr:PutReplicationConfiguration",
      "rds:CopyDBClusterSnapshot",
      "rds:CopyDBSnapshot",
      "rds:CreateDBInstanceReadReplica",
      "rds:CreateGlobalCluster",
      "rds:StartDBInstanceAutomatedBackupsReplication",
      "rds:StartExportTask",
      "s3:CreateMultiRegionAccessPoint",
      "secretsmanager:ReplicateSecretToRegions",
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
      "rds:ModifyDBClusterSnapshotAttribute",
      "rds:ModifyDBSnapshotAttribute",
    ]),
  ];
}
