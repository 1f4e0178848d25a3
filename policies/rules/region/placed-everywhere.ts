/** Kinds of service that keep or serve what they are given in many places, whatever the provider's region. */
export const PLACED_EVERYWHERE: readonly RegExp[] = [
  /^aws_cloudfront/,
  /^aws_globalaccelerator_/,
  /^aws_networkmanager_/,
  /^aws_ecrpublic_/,
  /^aws_route53domains_/,
  /^aws_route53recovery/,
  /^aws_waf_/,
  /^aws_amplify_/,
  /^aws_lightsail_distribution$/,
  /^aws_account_region$/,
  /^aws_s3control_multi_region_access_point/,
  /^aws_dynamodb_(global_table|table_replica)$/,
  /^aws_(rds|docdb|neptune)_global_cluster$/,
  /^aws_elasticache_global_replication_group$/,
  /^aws_memorydb_multi_region_cluster$/,
  /^aws_kms_replica_(external_)?key$/,
  /^aws_dsql_cluster_peering$/,
  /^aws_db_instance_automated_backups_replication$/,
  /^aws_ecr_replication_configuration$/,
  /^aws_ssmincidents_replication_set$/,
  /^aws_directory_service_region$/,
  /^aws_config_configuration_aggregator$/,
  /^aws_cloudformation_stack_set/,
  /^aws_appsync_domain_name$/,
  /^aws_s3_bucket_accelerate_configuration$/,
];

/** Switches that make a regional resource one of many places: attribute → the values that do not. */
export const STAYS: Readonly<Record<string, Readonly<Record<string, readonly (string | boolean)[]>>>> = {
  aws_kms_key: { multi_region: [false] },
  aws_kms_external_key: { multi_region: [false] },
  aws_s3_bucket: { acceleration_status: ["Suspended"] },
  aws_wafv2_web_acl: { scope: ["REGIONAL"] },
  aws_wafv2_rule_group: { scope: ["REGIONAL"] },
  aws_wafv2_ip_set: { scope: ["REGIONAL"] },
  aws_wafv2_regex_pattern_set: { scope: ["REGIONAL"] },
};

/** Blocks that copy what a resource holds into other regions. */
export const COPIES: Readonly<Record<string, readonly string[]>> = {
  aws_dynamodb_table: ["replica"],
  aws_secretsmanager_secret: ["replica"],
  aws_dsql_cluster: ["multi_region_properties"],
  aws_keyspaces_keyspace: ["replication_specification.region_list"],
  // A domain of its own is served by the edge; one of AWS's is not.
  aws_cognito_user_pool_domain: ["certificate_arn"],
};

/** Served from the edge where they do not say that they are regional: the path that says it, and the value. */
export const MUST_SAY: Readonly<Record<string, readonly [path: string, ...values: string[]]>> = {
  aws_api_gateway_rest_api: ["endpoint_configuration[0].types[0]", "REGIONAL", "PRIVATE"],
  aws_api_gateway_domain_name: ["endpoint_configuration[0].types[0]", "REGIONAL", "PRIVATE"],
};
