import type { ClosedTable } from "../closed-attributes";

const notTrue = (path: string) => ({ path, isNot: [true] }) as const;
const isFalse = (path: string) => ({ path, is: [false] }) as const;
const isTrue = (path: string) => ({ path, is: [true] }) as const;
const present = (path: string) => ({ path, present: true }) as const;

/** Services whose endpoint is on the internet and cannot be taken off it. */
export const PUBLIC_BY_NATURE: readonly RegExp[] = [
  /^aws_amplify_/,
  /^aws_apigatewayv2_(api|domain_name|stage)$/,
  /^aws_cloudfront_(distribution|vpc_origin|continuous_deployment_policy)$/,
  /^aws_cognito_(user_pool|user_pool_domain|identity_pool)$/,
  /^aws_ec2_instance_connect_endpoint$/,
  /^aws_ecrpublic_/,
  /^aws_elastic_beanstalk_environment$/,
  /^aws_gamelift_(fleet|game_server_group)$/,
  /^aws_globalaccelerator_/,
  /^aws_ivs_channel$/,
  /^aws_lambda_function_url$/,
  /^aws_lightsail_/,
  /^aws_media(_package_channel|_store_container|live_input|live_channel)$/,
  /^aws_s3_bucket_website_configuration$/,
  /^aws_s3control_multi_region_access_point$/,
  /^aws_verifiedaccess_endpoint$/,
];

/**
 * Services that are on the internet, or run with a way out to it, unless their attributes say otherwise. `isNot` where
 * the provider or AWS closes what is left out; `is` where it opens it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs
 */
export const PUBLIC_UNLESS: ClosedTable = {
  aws_alb: isTrue("internal"),
  aws_api_gateway_domain_name: { path: "endpoint_configuration.types", is: ["PRIVATE"] },
  aws_api_gateway_rest_api: { path: "endpoint_configuration.types", is: ["PRIVATE"] },
  aws_apprunner_service: [
    isFalse("network_configuration.ingress_configuration.is_publicly_accessible"),
    { path: "network_configuration.egress_configuration.egress_type", is: ["VPC"] },
  ],
  aws_appstream_fleet: notTrue("enable_default_internet_access"),
  aws_appstream_image_builder: notTrue("enable_default_internet_access"),
  aws_appsync_graphql_api: { path: "visibility", is: ["PRIVATE"] },
  aws_cloud9_environment_ec2: [{ path: "connection_type", is: ["CONNECT_SSM"] }, present("subnet_id")],
  aws_codebuild_project: present("vpc_config.subnets"),
  aws_db_instance: notTrue("publicly_accessible"),
  aws_dms_replication_instance: isFalse("publicly_accessible"),
  aws_ec2_fleet: present("launch_template_config.override.subnet_id"),
  aws_eks_cluster: isFalse("vpc_config.endpoint_public_access"),
  aws_elasticsearch_domain: present("vpc_options.subnet_ids"),
  aws_elb: isTrue("internal"),
  // What opens a cluster's groups to the internet is stopped by it alone, whoever writes the rule.
  aws_emr_block_public_access_configuration: isTrue("block_public_security_group_rules"),
  aws_emrserverless_application: present("network_configuration.subnet_ids"),
  aws_glue_dev_endpoint: present("subnet_id"),
  aws_grafana_workspace: present("network_access_control.vpce_ids"),
  aws_lambda_function: present("vpc_config.subnet_ids"),
  aws_lb: isTrue("internal"),
  aws_m2_environment: notTrue("publicly_accessible"),
  aws_mq_broker: notTrue("publicly_accessible"),
  aws_msk_cluster: {
    path: "broker_node_group_info.connectivity_info.public_access.type",
    isNot: ["SERVICE_PROVIDED_EIPS"],
  },
  aws_mwaa_environment: { path: "webserver_access_mode", isNot: ["PUBLIC_ONLY"] },
  aws_neptune_cluster_instance: notTrue("publicly_accessible"),
  aws_neptunegraph_graph: notTrue("public_connectivity"),
  aws_opensearch_domain: present("vpc_options.subnet_ids"),
  aws_rds_cluster_instance: notTrue("publicly_accessible"),
  aws_rds_shard_group: notTrue("publicly_accessible"),
  aws_redshift_cluster: isFalse("publicly_accessible"),
  aws_redshiftserverless_workgroup: notTrue("publicly_accessible"),
  aws_s3_bucket: { path: "website", present: false },
  aws_sagemaker_domain: { path: "app_network_access_type", is: ["VpcOnly"] },
  aws_sagemaker_model: present("vpc_config.subnets"),
  aws_sagemaker_notebook_instance: { path: "direct_internet_access", is: ["Disabled"] },
  aws_synthetics_canary: present("vpc_config.subnet_ids"),
  aws_timestreaminfluxdb_db_instance: notTrue("publicly_accessible"),
  aws_transfer_server: { path: "endpoint_type", is: ["VPC", "VPC_ENDPOINT"] },
  aws_workspaces_directory: notTrue("workspace_creation_properties.enable_internet_access"),
};
