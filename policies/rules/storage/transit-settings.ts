import type { Closed, ClosedTable } from "../closed-attributes";

const on = (path: string): Closed => ({ path, is: [true] });
/** AWS's default, which is on, must not be turned off. */
const notOff = (path: string): Closed => ({ path, isNot: [false] });

const SEARCH: readonly Closed[] = [
  on("node_to_node_encryption.enabled"),
  on("domain_endpoint_options.enforce_https"),
  {
    path: "domain_endpoint_options.tls_security_policy",
    is: ["Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10"],
  },
];
const JOB = on("network_config.enable_inter_container_traffic_encryption");

/** Type → the settings that encrypt what travels to it, or between its parts. */
export const TRANSIT: ClosedTable = {
  aws_api_gateway_domain_name: [{ path: "security_policy", is: ["TLS_1_2"] }],
  aws_apigatewayv2_domain_name: [{ path: "domain_name_configuration.security_policy", is: ["TLS_1_2"] }],
  aws_appsync_api_cache: [on("transit_encryption_enabled")],
  aws_codebuild_project: [
    { path: "source.insecure_ssl", isNot: [true] },
    { path: "secondary_sources.insecure_ssl", isNot: [true] },
  ],
  aws_dax_cluster: [{ path: "cluster_endpoint_encryption_type", is: ["TLS"] }],
  aws_ecs_task_definition: [{ path: "volume.efs_volume_configuration.transit_encryption", isNot: ["DISABLED"] }],
  aws_elasticache_replication_group: [
    on("transit_encryption_enabled"),
    { path: "transit_encryption_mode", isNot: ["preferred"] },
  ],
  aws_elasticsearch_domain: SEARCH,
  aws_memorydb_cluster: [notOff("tls_enabled")],
  aws_msk_cluster: [
    { path: "encryption_info.encryption_in_transit.client_broker", isNot: ["TLS_PLAINTEXT", "PLAINTEXT"] },
    notOff("encryption_info.encryption_in_transit.in_cluster"),
  ],
  aws_mskconnect_connector: [{ path: "kafka_cluster_encryption_in_transit.encryption_type", is: ["TLS"] }],
  aws_opensearch_domain: SEARCH,
  aws_sagemaker_data_quality_job_definition: [JOB],
  aws_sns_topic_subscription: [{ path: "protocol", isNot: ["http"] }],
  aws_transfer_server: [{ path: "protocols", isNot: ["FTP"] }],
  aws_vpclattice_listener: [{ path: "protocol", is: ["HTTPS", "TLS_PASSTHROUGH"] }],
  aws_vpclattice_target_group: [{ path: "config.protocol", is: ["HTTPS"] }],
};
