import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { all, pass, type Verdict } from "../../verdict";

/** How a type of store is restored. */
interface Recoverable {
  /** Where the store itself keeps every moment of some days. */
  readonly keepsMoments?: (store: Resource) => Verdict;
  /** AWS Backup does not take it: what it keeps itself is its backup. */
  readonly ownBackups?: boolean;
  /** What AWS Backup must be let do to it, besides reading what its key encrypts. */
  readonly taking?: readonly string[];
}

/** Days. */
const LEAST = 7;
const leastOrAbsent = (value: Value) => (value.isAbsent ? pass(value.at) : value.mustBeAtLeast(LEAST, "days"));
const days = (path: string) => (store: Resource) => store.value(path).mustBeAtLeast(LEAST, "days");
const moments = days("backup_retention_period");
const instance: Recoverable = { keepsMoments: moments, taking: ["rds:CreateDBSnapshot", "rds:DescribeDBInstances"] };
const cluster: Recoverable = {
  keepsMoments: moments,
  taking: ["rds:CreateDBClusterSnapshot", "rds:DescribeDBClusters"],
};
const volume: Recoverable = { taking: ["fsx:CreateBackup", "fsx:DescribeBackups"] };

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html */
export const RECOVERABLE: Readonly<Record<string, Recoverable>> = {
  aws_db_instance: instance,
  aws_docdb_cluster: cluster,
  aws_dynamodb_table: {
    keepsMoments: (table) =>
      all(
        table.value("point_in_time_recovery[0].enabled").mustBe(true),
        // AWS's default is 35.
        leastOrAbsent(table.value("point_in_time_recovery[0].recovery_period_in_days")),
      ),
    taking: ["dynamodb:DescribeTable", "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
  },
  aws_ebs_volume: { taking: ["ec2:CreateSnapshot"] },
  aws_efs_file_system: { taking: ["elasticfilesystem:Backup"] },
  aws_elasticache_replication_group: { keepsMoments: days("snapshot_retention_limit"), ownBackups: true },
  aws_fsx_lustre_file_system: volume,
  aws_fsx_ontap_volume: volume,
  aws_fsx_openzfs_file_system: volume,
  aws_fsx_windows_file_system: volume,
  aws_keyspaces_table: {
    keepsMoments: (table) => table.value("point_in_time_recovery[0].status").mustBe("ENABLED"),
    ownBackups: true,
  },
  aws_memorydb_cluster: { keepsMoments: days("snapshot_retention_limit"), ownBackups: true },
  aws_neptune_cluster: cluster,
  aws_rds_cluster: cluster,
  aws_redshift_cluster: {
    keepsMoments: days("automated_snapshot_retention_period"),
    taking: ["redshift:CreateClusterSnapshot"],
  },
  aws_s3_bucket: {
    taking: [
      ...["s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketNotification", "s3:GetBucketTagging"],
      ...["s3:GetBucketVersioning", "s3:GetInventoryConfiguration", "s3:ListBucket", "s3:ListBucketVersions"],
      ...["s3:PutBucketNotification", "s3:PutInventoryConfiguration"],
    ],
  },
  aws_timestreamwrite_table: { taking: ["timestream:StartAwsBackupJob"] },
};

/** The types that AWS Backup takes. */
export const TAKEN = Object.keys(RECOVERABLE).filter((type) => !RECOVERABLE[type]!.ownBackups);
