import type { Names } from "./must-name";

const SUBNET = ["aws_subnet"];
const subnets = (path: string): Names => ({ [path]: SUBNET });
const group = (path: string, type: string): Names => ({ [path]: [type] });

/**
 * What runs in a network: Terraform type → how it says in which subnets. What names none runs in the account's default
 * network, or outside of any.
 */
export const HOMES: Readonly<Record<string, Names>> = {
  aws_alb: { subnets: SUBNET, "subnet_mapping.subnet_id": SUBNET },
  aws_autoscaling_group: subnets("vpc_zone_identifier"),
  aws_batch_compute_environment: subnets("compute_resources.subnets"),
  aws_cloudhsm_v2_cluster: subnets("subnet_ids"),
  aws_dax_cluster: group("subnet_group_name", "aws_dax_subnet_group"),
  aws_dax_subnet_group: subnets("subnet_ids"),
  aws_db_instance: {
    db_subnet_group_name: ["aws_db_subnet_group"],
    replicate_source_db: ["aws_db_instance", "aws_rds_cluster"],
  },
  aws_db_proxy: subnets("vpc_subnet_ids"),
  aws_db_subnet_group: subnets("subnet_ids"),
  aws_directory_service_directory: subnets("vpc_settings.subnet_ids"),
  aws_dms_replication_instance: group("replication_subnet_group_id", "aws_dms_replication_subnet_group"),
  aws_dms_replication_subnet_group: subnets("subnet_ids"),
  aws_docdb_cluster: group("db_subnet_group_name", "aws_docdb_subnet_group"),
  aws_docdb_subnet_group: subnets("subnet_ids"),
  aws_efs_mount_target: subnets("subnet_id"),
  aws_eks_cluster: subnets("vpc_config.subnet_ids"),
  aws_eks_fargate_profile: subnets("subnet_ids"),
  aws_eks_node_group: subnets("subnet_ids"),
  aws_elasticache_cluster: {
    subnet_group_name: ["aws_elasticache_subnet_group"],
    replication_group_id: ["aws_elasticache_replication_group"],
  },
  aws_elasticache_replication_group: group("subnet_group_name", "aws_elasticache_subnet_group"),
  aws_elasticache_serverless_cache: subnets("subnet_ids"),
  aws_elasticache_subnet_group: subnets("subnet_ids"),
  aws_elb: subnets("subnets"),
  aws_emr_cluster: { "ec2_attributes.subnet_id": SUBNET, "ec2_attributes.subnet_ids": SUBNET },
  aws_fsx_lustre_file_system: subnets("subnet_ids"),
  aws_fsx_ontap_file_system: subnets("subnet_ids"),
  aws_fsx_openzfs_file_system: subnets("subnet_ids"),
  aws_fsx_windows_file_system: subnets("subnet_ids"),
  aws_instance: {
    subnet_id: SUBNET,
    "network_interface.network_interface_id": ["aws_network_interface"],
  },
  aws_lambda_function: subnets("vpc_config.subnet_ids"),
  aws_lb: { subnets: SUBNET, "subnet_mapping.subnet_id": SUBNET },
  aws_memorydb_cluster: group("subnet_group_name", "aws_memorydb_subnet_group"),
  aws_memorydb_subnet_group: subnets("subnet_ids"),
  aws_mq_broker: subnets("subnet_ids"),
  aws_msk_cluster: subnets("broker_node_group_info.client_subnets"),
  aws_msk_serverless_cluster: subnets("vpc_config.subnet_ids"),
  aws_mwaa_environment: subnets("network_configuration.subnet_ids"),
  aws_neptune_cluster: group("neptune_subnet_group_name", "aws_neptune_subnet_group"),
  aws_neptune_subnet_group: subnets("subnet_ids"),
  aws_network_interface: subnets("subnet_id"),
  aws_opensearch_domain: subnets("vpc_options.subnet_ids"),
  aws_rds_cluster: group("db_subnet_group_name", "aws_db_subnet_group"),
  aws_redshift_cluster: group("cluster_subnet_group_name", "aws_redshift_subnet_group"),
  aws_redshift_subnet_group: subnets("subnet_ids"),
  aws_redshiftserverless_workgroup: subnets("subnet_ids"),
  aws_sagemaker_domain: subnets("subnet_ids"),
  aws_sagemaker_notebook_instance: subnets("subnet_id"),
  aws_spot_instance_request: subnets("subnet_id"),
  aws_timestreaminfluxdb_db_instance: subnets("vpc_subnet_ids"),
  aws_workspaces_directory: subnets("subnet_ids"),
};
