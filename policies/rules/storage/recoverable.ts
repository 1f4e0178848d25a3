import type { Resource } from "../../model/resource";
import type { Verdict } from "../../verdict";

/** How a type of store is restored. */
interface Recoverable {
  /** Where the store itself keeps every moment of some days. */
  readonly keepsMoments?: (store: Resource) => Verdict;
  /** AWS Backup does not take it: what it keeps itself is its backup. */
  readonly ownBackups?: boolean;
}

/** Days. */
const LEAST = 7;
const days = (path: string) => (store: Resource) => store.value(path).mustBeAtLeast(LEAST, "days");
const database: Recoverable = { keepsMoments: days("backup_retention_period") };
const byBackup: Recoverable = {};

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html */
export const RECOVERABLE: Readonly<Record<string, Recoverable>> = {
  aws_db_instance: database,
  aws_docdb_cluster: database,
  aws_dynamodb_table: { keepsMoments: (table) => table.value("point_in_time_recovery[0].enabled").mustBe(true) },
  aws_ebs_volume: byBackup,
  aws_efs_file_system: byBackup,
  aws_elasticache_replication_group: { keepsMoments: days("snapshot_retention_limit"), ownBackups: true },
  aws_fsx_lustre_file_system: byBackup,
  aws_fsx_ontap_volume: byBackup,
  aws_fsx_openzfs_file_system: byBackup,
  aws_fsx_windows_file_system: byBackup,
  aws_keyspaces_table: {
    keepsMoments: (table) => table.value("point_in_time_recovery[0].status").mustBe("ENABLED"),
    ownBackups: true,
  },
  aws_memorydb_cluster: { keepsMoments: days("snapshot_retention_limit"), ownBackups: true },
  aws_neptune_cluster: database,
  aws_rds_cluster: database,
  aws_redshift_cluster: { keepsMoments: days("automated_snapshot_retention_period") },
  aws_s3_bucket: byBackup,
  aws_timestreamwrite_table: byBackup,
};
