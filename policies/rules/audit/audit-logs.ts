import { arn, bucket, bucketArn, other, type LogDestination } from "./log-destination";

const balancer = [bucket("access_logs.bucket"), bucket("connection_logs.bucket")];
/** Records of who did what, who connected and who asked: evidence, which belongs to the monitor and nowhere else. */
export const AUDIT_LOGS: Readonly<Record<string, readonly LogDestination[]>> = {
  aws_alb: balancer,
  aws_cloudfront_distribution: [bucket("logging_config.bucket")],
  aws_cloudfront_realtime_log_config: [arn("endpoint.kinesis_stream_config.stream_arn")],
  aws_cloudtrail: [
    bucket("s3_bucket_name", "s3_key_prefix"),
    arn("cloud_watch_logs_group_arn"),
    other("sns_topic_name"),
  ],
  aws_config_delivery_channel: [bucket("s3_bucket_name", "s3_key_prefix"), arn("sns_topic_arn")],
  aws_directory_service_log_subscription: [other("log_group_name")],
  aws_ec2_client_vpn_endpoint: [other("connection_log_options.cloudwatch_log_group")],
  aws_elb: [bucket("access_logs.bucket", "bucket_prefix")],
  aws_flow_log: [arn("log_destination"), other("log_group_name")],
  aws_fsx_windows_file_system: [arn("audit_log_configuration.audit_log_destination")],
  aws_globalaccelerator_accelerator: [bucket("attributes.flow_logs_s3_bucket", "flow_logs_s3_prefix")],
  aws_guardduty_publishing_destination: [bucketArn("destination_arn")],
  aws_lb: balancer,
  aws_macie2_classification_export_configuration: [bucket("s3_destination.bucket_name", "key_prefix")],
  aws_networkfirewall_logging_configuration: [
    bucket("logging_configuration.log_destination_config.log_destination.bucketName"),
    other("logging_configuration.log_destination_config.log_destination.logGroup"),
    other("logging_configuration.log_destination_config.log_destination.deliveryStream"),
  ],
  aws_redshift_cluster: [bucket("logging.bucket_name", "s3_key_prefix")],
  aws_redshift_logging: [bucket("bucket_name", "s3_key_prefix")],
  aws_route53_query_log: [arn("cloudwatch_log_group_arn")],
  aws_route53_resolver_query_log_config: [arn("destination_arn")],
  aws_s3_bucket: [bucket("logging.target_bucket", "target_prefix")],
  aws_s3_bucket_logging: [bucket("target_bucket", "target_prefix")],
  aws_verifiedaccess_instance_logging_configuration: [
    bucket("access_logs.s3.bucket_name"),
    other("access_logs.cloudwatch_logs.log_group"),
    other("access_logs.kinesis_data_firehose.delivery_stream"),
  ],
  aws_vpclattice_access_log_subscription: [arn("destination_arn")],
  aws_vpn_connection: [
    arn("tunnel1_log_options.cloudwatch_log_options.log_group_arn"),
    arn("tunnel2_log_options.cloudwatch_log_options.log_group_arn"),
  ],
  aws_waf_web_acl: [arn("logging_configuration.log_destination")],
  aws_wafregional_web_acl: [arn("logging_configuration.log_destination")],
  aws_wafv2_web_acl_logging_configuration: [arn("log_destination_configs")],
  aws_workspacesweb_user_access_logging_settings: [arn("kinesis_stream_arn")],
};
