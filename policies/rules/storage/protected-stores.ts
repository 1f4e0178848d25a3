import type { Closed, ClosedTable } from "../closed-attributes";

const on = (path: string): Closed => ({ path, is: [true] });
/** Off unless it is turned on. */
const off = (path: string): Closed => ({ path, isNot: [true] });
/** AWS's default, which is on, must not be turned off. */
const notOff = (path: string): Closed => ({ path, isNot: [false] });
const finalSnapshot = off("skip_final_snapshot");

/** What keeps data for good, with what each type has against its deletion beside `prevent_destroy`. */
export const PROTECTED: ClosedTable = {
  aws_backup_vault: [off("force_destroy")],
  aws_cloudtrail_event_data_store: [notOff("termination_protection_enabled")],
  aws_cloudwatch_log_group: [],
  aws_cognito_user_pool: [{ path: "deletion_protection", is: ["ACTIVE"] }],
  aws_db_instance: [on("deletion_protection"), finalSnapshot],
  aws_docdb_cluster: [on("deletion_protection"), finalSnapshot],
  aws_docdbelastic_cluster: [],
  aws_dsql_cluster: [on("deletion_protection_enabled")],
  aws_dynamodb_table: [on("deletion_protection_enabled")],
  aws_ebs_volume: [on("final_snapshot")],
  aws_efs_file_system: [],
  aws_elasticache_replication_group: [],
  aws_fsx_lustre_file_system: [],
  aws_fsx_ontap_volume: [off("skip_final_backup")],
  aws_fsx_openzfs_file_system: [off("skip_final_backup")],
  aws_fsx_windows_file_system: [off("skip_final_backup")],
  aws_keyspaces_table: [],
  aws_kinesis_stream: [off("enforce_consumer_deletion")],
  aws_kms_key: [],
  aws_memorydb_cluster: [],
  aws_msk_cluster: [],
  aws_neptune_cluster: [on("deletion_protection"), finalSnapshot],
  aws_neptunegraph_graph: [notOff("deletion_protection")],
  aws_opensearch_domain: [],
  aws_qldb_ledger: [notOff("deletion_protection")],
  aws_rds_cluster: [on("deletion_protection"), finalSnapshot],
  aws_redshift_cluster: [finalSnapshot],
  aws_s3_bucket: [off("force_destroy")],
  aws_s3_directory_bucket: [off("force_destroy")],
  aws_secretsmanager_secret: [{ path: "recovery_window_in_days", isNot: ["0"] }],
  aws_timestreamwrite_table: [],
};
