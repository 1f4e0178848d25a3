import { arn, bucket, other, subscription, type LogDestination } from "./log-destination";

const EMR_MONITORING = "job_template_data.configuration_overrides.monitoring_configuration";
const RUN_COMMAND = "task_invocation_parameters.run_command_parameters";
const workerLogs = (block: string) => [
  bucket(`${block}.s3.bucket`),
  other(`${block}.cloudwatch_logs.log_group`),
  other(`${block}.firehose.delivery_stream`),
];

/** What workloads and services write of their own work, users' data among it: it may stay in its stack. */
export const WORKLOAD_LOGS: Readonly<Record<string, readonly LogDestination[]>> = {
  aws_api_gateway_stage: [arn("access_log_settings.destination_arn")],
  aws_apigatewayv2_stage: [arn("access_log_settings.destination_arn")],
  aws_bedrock_model_invocation_logging_configuration: [
    bucket("logging_config.s3_config.bucket_name", "key_prefix"),
    other("logging_config.cloudwatch_config.log_group_name"),
    bucket("logging_config.cloudwatch_config.large_data_delivery_s3_config.bucket_name", "key_prefix"),
  ],
  aws_cloudformation_type: [other("logging_config.log_group_name")],
  aws_cloudwatch_log_account_policy: [subscription("policy_document")],
  aws_cloudwatch_log_delivery: [arn("delivery_destination_arn")],
  aws_cloudwatch_log_delivery_destination: [arn("delivery_destination_configuration.destination_resource_arn")],
  aws_cloudwatch_log_destination: [arn("target_arn")],
  aws_cloudwatch_log_subscription_filter: [arn("destination_arn")],
  aws_cloudwatch_metric_stream: [arn("firehose_arn")],
  aws_codebuild_project: [other("logs_config.cloudwatch_logs.group_name"), arn("logs_config.s3_logs.location")],
  aws_datasync_task: [arn("cloudwatch_log_group_arn")],
  aws_ecs_cluster: [
    other("configuration.execute_command_configuration.log_configuration.cloud_watch_log_group_name"),
    bucket("configuration.execute_command_configuration.log_configuration.s3_bucket_name", "s3_key_prefix"),
  ],
  aws_elasticache_cluster: [other("log_delivery_configuration.destination")],
  aws_elasticache_replication_group: [other("log_delivery_configuration.destination")],
  aws_elasticsearch_domain: [arn("log_publishing_options.cloudwatch_log_group_arn")],
  aws_emr_cluster: [other("log_uri")],
  aws_emrcontainers_job_template: [
    other(`${EMR_MONITORING}.cloud_watch_monitoring_configuration.log_group_name`),
    other(`${EMR_MONITORING}.s3_monitoring_configuration.log_uri`),
  ],
  aws_evidently_project: [
    other("data_delivery.cloudwatch_logs.log_group"),
    bucket("data_delivery.s3_destination.bucket"),
  ],
  aws_fis_experiment_template: [
    arn("log_configuration.cloudwatch_logs_configuration.log_group_arn"),
    bucket("log_configuration.s3_configuration.bucket_name"),
  ],
  aws_imagebuilder_infrastructure_configuration: [bucket("logging.s3_logs.s3_bucket_name", "s3_key_prefix")],
  aws_ivschat_logging_configuration: [
    other("destination_configuration.cloudwatch_logs.log_group_name"),
    other("destination_configuration.firehose.delivery_stream_name"),
    other("destination_configuration.s3.bucket_name"),
  ],
  aws_kinesis_analytics_application: [arn("cloudwatch_logging_options.log_stream_arn")],
  aws_kinesis_firehose_delivery_stream: [
    arn("extended_s3_configuration.bucket_arn"),
    arn("extended_s3_configuration.s3_backup_configuration.bucket_arn"),
    arn("elasticsearch_configuration.domain_arn"),
    arn("elasticsearch_configuration.s3_configuration.bucket_arn"),
    other("http_endpoint_configuration.url"),
    arn("http_endpoint_configuration.s3_configuration.bucket_arn"),
    arn("iceberg_configuration.s3_configuration.bucket_arn"),
    arn("opensearch_configuration.domain_arn"),
    arn("opensearch_configuration.s3_configuration.bucket_arn"),
    other("opensearchserverless_configuration.collection_endpoint"),
    arn("opensearchserverless_configuration.s3_configuration.bucket_arn"),
    other("redshift_configuration.cluster_jdbcurl"),
    arn("redshift_configuration.s3_configuration.bucket_arn"),
    other("snowflake_configuration.account_url"),
    arn("snowflake_configuration.s3_configuration.bucket_arn"),
    other("splunk_configuration.hec_endpoint"),
    arn("splunk_configuration.s3_configuration.bucket_arn"),
  ],
  aws_kinesisanalyticsv2_application: [arn("cloudwatch_logging_options.log_stream_arn")],
  aws_lambda_function: [other("logging_config.log_group")],
  aws_msk_cluster: workerLogs("logging_info.broker_logs"),
  aws_mskconnect_connector: workerLogs("log_delivery.worker_log_delivery"),
  aws_oam_link: [arn("sink_identifier")],
  aws_opensearch_domain: [arn("log_publishing_options.cloudwatch_log_group_arn")],
  aws_osis_pipeline: [other("log_publishing_options.cloudwatch_log_destination.log_group")],
  aws_pipes_pipe: [
    arn("log_configuration.cloudwatch_logs_log_destination.log_group_arn"),
    arn("log_configuration.firehose_log_destination.delivery_stream_arn"),
    bucket("log_configuration.s3_log_destination.bucket_name"),
  ],
  aws_prometheus_workspace: [arn("logging_configuration.log_group_arn")],
  aws_sfn_state_machine: [arn("logging_configuration.log_destination")],
  aws_ssm_association: [bucket("output_location.s3_bucket_name", "s3_key_prefix")],
  aws_ssm_maintenance_window_task: [
    other(`${RUN_COMMAND}.cloudwatch_config.cloudwatch_log_group_name`),
    bucket(`${RUN_COMMAND}.output_s3_bucket`, "output_s3_key_prefix"),
  ],
  aws_storagegateway_gateway: [arn("cloudwatch_log_group_arn")],
  aws_transfer_server: [arn("structured_log_destinations")],
};
