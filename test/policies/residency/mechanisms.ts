import type { Resources } from "../../../policies/examples";

const OUTSIDER = "666666666666";
const US = "us-east-1";
const arn = (service: string, resource: string, region = US, account = "200000000002") =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
const outsiderMay = (...actions: readonly string[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: OUTSIDER }, Action: actions, Resource: "*" }],
  });

/** Mechanism → the smallest thing in Dublin that opens it, out of the protected jurisdictions. */
export const LEAVING: Readonly<Record<string, Resources>> = {
  "S3 replication": {
    aws_s3_bucket: {
      x: {
        bucket: "x",
        replication_configuration: [{ rules: [{ destination: [{ bucket: "arn:aws:s3:::y", account_id: OUTSIDER }] }] }],
      },
    },
  },
  "Push notification": { aws_pinpoint_gcm_channel: { x: { application_id: "x", api_key: "${var.key}" } } },
  "Pinpoint message": { aws_pinpoint_sms_channel: { x: { application_id: "x" } } },
  "S3 inventory or analytics": {
    aws_s3_bucket_inventory: {
      x: { bucket: "x", destination: [{ bucket: [{ bucket_arn: "arn:aws:s3:::y", account_id: OUTSIDER }] }] },
    },
  },
  "S3 multi-region access point": {
    aws_s3control_multi_region_access_point: {
      x: { details: [{ region: [{ bucket: "y", bucket_account_id: OUTSIDER }] }] },
    },
  },
  "S3 access grant": {
    aws_s3control_access_grant: { x: { grantee: [{ grantee_identifier: `arn:aws:iam::${OUTSIDER}:role/x` }] } },
  },
  "S3 ACL": { aws_s3_bucket_acl: { x: { bucket: "x", acl: "public-read" } } },
  "S3 object": { aws_s3_object: { x: { bucket: "arn:aws:s3:us-east-1:666666666666:accesspoint/y", key: "x" } } },
  "S3 website": {
    aws_s3_bucket_website_configuration: { x: { bucket: "x", index_document: [{ suffix: "home.html" }] } },
  },
  "S3 transfer acceleration": { aws_s3_bucket_accelerate_configuration: { x: { bucket: "x", status: "Enabled" } } },
  "DataSync transfer": {
    aws_datasync_task: { x: { source_location_arn: "s", destination_location_arn: arn("datasync", "location/loc-1") } },
  },
  "DataSync location": {
    aws_datasync_location_s3: { x: { s3_bucket_arn: `arn:aws:s3:us-east-1:${OUTSIDER}:accesspoint/y` } },
  },
  "EFS replication": { aws_efs_replication_configuration: { x: { destination: [{ region: US }] } } },
  "DynamoDB replica": { aws_dynamodb_table: { x: { name: "x", replica: [{ region_name: US }] } } },
  "DynamoDB export": {
    aws_dynamodb_table_export: { x: { s3_bucket: "y", s3_bucket_owner: OUTSIDER, table_arn: "t" } },
  },
  "Database reachable from the internet": { aws_db_instance: { x: { publicly_accessible: true } } },
  "Global database": { aws_rds_global_cluster: { x: { source_db_cluster_identifier: arn("rds", "cluster:c") } } },
  "Keyspaces replica": { aws_keyspaces_keyspace: { x: { replication_specification: [{ region_list: [US] }] } } },
  "Redshift snapshot copy": { aws_redshift_snapshot_copy: { x: { destination_region: US } } },
  "Redshift data share": { aws_redshift_data_share_authorization: { x: { consumer_identifier: OUTSIDER } } },
  "Secret replica": { aws_secretsmanager_secret: { x: { replica: [{ region: US }] } } },
  "ECR replication": {
    aws_ecr_replication_configuration: {
      x: { replication_configuration: [{ rule: [{ destination: [{ region: US, registry_id: "200000000002" }] }] }] },
    },
  },
  "Backup copy": {
    aws_backup_plan: {
      x: {
        rule: [{ target_vault_name: "v", copy_action: [{ destination_vault_arn: arn("backup", "backup-vault:v") }] }],
      },
    },
  },
  "Sharing of an EBS snapshot": {
    aws_snapshot_create_volume_permission: { x: { snapshot_id: "snap-1", account_id: OUTSIDER } },
  },
  "Sharing of an image": { aws_ami_launch_permission: { x: { image_id: "ami-1", group: "all" } } },
  "Sharing of a database snapshot": { aws_db_snapshot: { x: { shared_accounts: ["all"] } } },
  "Copy of a database snapshot": { aws_db_snapshot_copy: { x: { destination_region: US } } },
  "Data Lifecycle Manager copy": {
    aws_dlm_lifecycle_policy: { x: { policy_details: [{ schedule: [{ cross_region_copy_rule: [{ target: US }] }] }] } },
  },
  "Data Lifecycle Manager share": {
    aws_dlm_lifecycle_policy: {
      x: { policy_details: [{ schedule: [{ share_rule: [{ target_accounts: [OUTSIDER] }] }] }] },
    },
  },
  "Image distribution": { aws_imagebuilder_distribution_configuration: { x: { distribution: [{ region: US }] } } },
  "EventBridge target": { aws_cloudwatch_event_target: { x: { rule: "r", arn: arn("events", "event-bus/default") } } },
  "EventBridge global endpoint": {
    aws_cloudwatch_event_endpoint: { x: { event_bus: [{ event_bus_arn: arn("events", "event-bus/default") }] } },
  },
  "EventBridge API destination": {
    aws_cloudwatch_event_api_destination: { x: { invocation_endpoint: "https://example.com/" } },
  },
  "EventBridge pipe": { aws_pipes_pipe: { x: { source: "s", target: arn("sqs", "q") } } },
  "EventBridge schedule": { aws_scheduler_schedule: { x: { target: [{ arn: arn("sqs", "q") }] } } },
  "S3 event notification": {
    aws_s3_bucket_notification: { x: { bucket: "x", queue: [{ queue_arn: arn("sqs", "q") }] } },
  },
  "SNS subscription": { aws_sns_topic_subscription: { x: { topic_arn: "t", endpoint: arn("sqs", "q") } } },
  "Lambda event source": { aws_lambda_event_source_mapping: { x: { function_name: arn("lambda", "function:f") } } },
  "Lambda destination": {
    aws_lambda_function_event_invoke_config: {
      x: { destination_config: [{ on_success: [{ destination: arn("sqs", "q") }] }] },
    },
  },
  "Lambda permission": { aws_lambda_permission: { x: { function_name: "f", principal: OUTSIDER } } },
  "Kinesis Data Firehose delivery": {
    aws_kinesis_firehose_delivery_stream: { x: { http_endpoint_configuration: [{ url: "https://example.com" }] } },
  },
  "Log subscription": {
    aws_cloudwatch_log_subscription_filter: {
      x: { log_group_name: "g", destination_arn: arn("logs", "destination:d", "eu-west-1", OUTSIDER) },
    },
  },
  "Log destination": { aws_cloudwatch_log_destination: { x: { target_arn: arn("kinesis", "stream/s") } } },
  "Observability link": { aws_oam_link: { x: { sink_identifier: arn("oam", "sink/s", "eu-west-1", OUTSIDER) } } },
  "Kinesis stream of a table": {
    aws_dynamodb_kinesis_streaming_destination: { x: { table_name: "t", stream_arn: arn("kinesis", "stream/s") } },
  },
  "VPC peering": { aws_vpc_peering_connection: { x: { vpc_id: "vpc-1", peer_vpc_id: "vpc-2", peer_region: US } } },
  "Transit gateway": {
    aws_ec2_transit_gateway_peering_attachment: { x: { peer_region: US, peer_account_id: OUTSIDER } },
  },
  "Internet gateway": { aws_internet_gateway: { x: {} } },
  "NAT gateway": { aws_nat_gateway: { x: { subnet_id: "subnet-1" } } },
  "VPN or Direct Connect": { aws_vpn_gateway: { x: {} } },
  "Workload outside a network": { aws_lambda_function: { x: { function_name: "f" } } },
  "PrivateLink service": { aws_vpc_endpoint_service: { x: { allowed_principals: ["*"] } } },
  "VPC endpoint": {
    aws_vpc_endpoint: {
      x: { service_name: "com.amazonaws.us-east-1.s3", service_region: US, vpc_endpoint_type: "GatewayLoadBalancer" },
    },
  },
  "RAM share": { aws_ram_principal_association: { x: { principal: OUTSIDER } } },
  "CloudFront distribution": { aws_cloudfront_distribution: { x: {} } },
  "Global Accelerator": { aws_globalaccelerator_accelerator: { x: {} } },
  "Load balancer of the internet": { aws_lb: { x: {} } },
  "Function URL": { aws_lambda_function_url: { x: {} } },
  "API of the internet": { aws_api_gateway_rest_api: { x: {} } },
  "Transfer server": { aws_transfer_server: { x: {} } },
  "Cluster endpoint of the internet": { aws_eks_cluster: { x: { vpc_config: [{}] } } },
  "Inference profile": {
    aws_bedrock_inference_profile: {
      x: {
        model_source: { copy_from: "arn:aws:bedrock:eu-west-1:200000000002:inference-profile/us.anthropic.claude" },
      },
    },
  },
  "Public sharing of documents": {
    aws_ssm_service_setting: {
      x: { setting_id: "/ssm/documents/console/public-sharing-permission", setting_value: "Enable" },
    },
  },
  "Serial console": { aws_ec2_serial_console_access: { x: {} } },
  "Delegated administrator": { aws_organizations_delegated_administrator: { x: { account_id: OUTSIDER } } },
  "S3 bucket policy": { aws_s3_bucket: { x: { bucket: "x", policy: outsiderMay("s3:GetObject") } } },
  "S3 access point policy": { aws_s3_access_point: { x: { bucket: "x", policy: outsiderMay("s3:GetObject") } } },
  "SQS queue policy": { aws_sqs_queue: { x: { name: "x", policy: outsiderMay("sqs:ReceiveMessage") } } },
  "SNS topic policy": { aws_sns_topic: { x: { name: "x", policy: outsiderMay("sns:Subscribe") } } },
  "Secrets Manager policy": {
    aws_secretsmanager_secret: { x: { name: "x", policy: outsiderMay("secretsmanager:GetSecretValue") } },
  },
  "DynamoDB policy": {
    aws_dynamodb_resource_policy: { x: { resource_arn: "t", policy: outsiderMay("dynamodb:Query") } },
  },
  "ECR repository policy": {
    aws_ecr_repository_policy: { x: { repository: "r", policy: outsiderMay("ecr:BatchGetImage") } },
  },
  "EventBridge bus policy": { aws_cloudwatch_event_bus_policy: { x: { policy: outsiderMay("events:PutRule") } } },
  "Backup vault policy": {
    aws_backup_vault_policy: { x: { backup_vault_name: "v", policy: outsiderMay("backup:CopyFromBackupVault") } },
  },
  "Resource policy": { aws_glue_resource_policy: { x: { policy: outsiderMay("glue:GetTable") } } },
  "VPC endpoint policy": { aws_vpc_endpoint: { x: { service_name: "com.amazonaws.eu-west-1.s3" } } },
  "Another way": {
    aws_connect_instance_storage_config: {
      x: { storage_config: [{ kinesis_firehose_config: [{ firehose_arn: arn("firehose", "deliverystream/s") }] }] },
    },
  },
};

/** Mechanism → the smallest thing in Dublin that opens it, and that carries nothing restricted outside by itself. */
export const UNDECLARED: Readonly<Record<string, Resources>> = {
  "S3 access point": { aws_s3_access_point: { x: { bucket: "arn:aws:s3:::y", bucket_account_id: OUTSIDER } } },
  "DynamoDB import or restore": {
    aws_dynamodb_table: { x: { name: "x", restore_source_table_arn: arn("dynamodb", "table/y") } },
  },
  "Database copy": { aws_db_instance: { x: { replicate_source_db: arn("rds", "db:y") } } },
  "Replication of automated backups": {
    aws_db_instance_automated_backups_replication: { x: { source_db_instance_arn: arn("rds", "db:y") } },
  },
  "EBS snapshot copy": { aws_ebs_snapshot_copy: { x: { source_region: US, source_snapshot_id: "snap-1" } } },
  "AMI copy": { aws_ami_copy: { x: { source_ami_region: US, source_ami_id: "ami-1" } } },
  "Dead-letter queue": {
    aws_cloudwatch_event_bus: { x: { name: "x", dead_letter_config: [{ arn: arn("sqs", "q") }] } },
  },
  "EventBridge permission": { aws_cloudwatch_event_permission: { x: { principal: OUTSIDER } } },
  "Kinesis Data Firehose source": {
    aws_kinesis_firehose_delivery_stream: {
      x: { kinesis_source_configuration: [{ kinesis_stream_arn: arn("kinesis", "stream/s") }] },
    },
  },
  "CloudWatch Logs destination policy": {
    aws_cloudwatch_log_destination_policy: { x: { access_policy: outsiderMay("logs:PutSubscriptionFilter") } },
  },
  "Monitoring sink policy": { aws_oam_sink_policy: { x: { policy: outsiderMay("oam:CreateLink") } } },
  "KMS key policy": { aws_kms_key: { x: { policy: outsiderMay("kms:Decrypt") } } },
  "KMS grant": {
    aws_kms_grant: { x: { key_id: "k", grantee_principal: `arn:aws:iam::${OUTSIDER}:root`, operations: ["Decrypt"] } },
  },
  "Multi-region key": { aws_kms_key: { x: { multi_region: true } } },
  "Replica of a key": { aws_kms_replica_key: { x: { primary_key_arn: arn("kms", "key/mrk-1") } } },
  "External key store": { aws_kms_custom_key_store: { x: { xks_proxy_uri_endpoint: "https://keys.example.com" } } },
  "Backup report": {
    aws_backup_report_plan: {
      x: { report_delivery_channel: [{ s3_bucket_name: "clover-local-norway-user-data-400000000004" }] },
    },
  },
  "CloudTrail delivery": { aws_cloudtrail: { x: { s3_bucket_name: "clover-local-norway-user-data-400000000004" } } },
  "CloudTrail notification": { aws_cloudtrail: { x: { cloud_watch_logs_group_arn: arn("logs", "log-group:g:*") } } },
  "AWS Config delivery": {
    aws_config_delivery_channel: { x: { s3_bucket_name: "clover-local-norway-user-data-400000000004" } },
  },
  "VPC flow log": { aws_flow_log: { x: { log_destination: arn("logs", "log-group:g") } } },
  "Resolver query log": {
    aws_route53_resolver_query_log_config: { x: { destination_arn: arn("logs", "log-group:g") } },
  },
  "GuardDuty export": {
    aws_guardduty_publishing_destination: {
      x: { destination_arn: "arn:aws:s3:::clover-local-norway-user-data-400000000004" },
    },
  },
  "Network Firewall log": {
    aws_networkfirewall_logging_configuration: {
      x: {
        logging_configuration: [
          {
            log_destination_config: [{ log_destination: { bucketName: "clover-local-norway-user-data-400000000004" } }],
          },
        ],
      },
    },
  },
  "Config notification": { aws_config_delivery_channel: { x: { sns_topic_arn: arn("sns", "t") } } },
  "Config rule": {
    aws_config_config_rule: {
      x: {
        source: [{ owner: "CUSTOM_LAMBDA", source_identifier: arn("lambda", "function:f", "eu-west-1", OUTSIDER) }],
      },
    },
  },
  "AppConfig profile": { aws_appconfig_configuration_profile: { x: { location_uri: "https://example.com" } } },
  "Config aggregator": {
    aws_config_configuration_aggregator: { x: { account_aggregation_source: [{ account_ids: [OUTSIDER] }] } },
  },
  "Config aggregate authorization": { aws_config_aggregate_authorization: { x: { account_id: OUTSIDER, region: US } } },
  "Load balancer log": {
    aws_lb: { x: { internal: true, access_logs: [{ bucket: "clover-local-norway-user-data-400000000004" }] } },
  },
  "S3 server access log": {
    aws_s3_bucket_logging: { x: { bucket: "x", target_bucket: "clover-local-norway-user-data-400000000004" } },
  },
  "CloudWatch metric stream": {
    aws_cloudwatch_metric_stream: { x: { firehose_arn: arn("firehose", "deliverystream/s") } },
  },
  "Notification of a service": { aws_cloudwatch_metric_alarm: { x: { alarm_actions: [arn("sns", "t")] } } },
  "Notification of an endpoint": {
    aws_vpc_endpoint_connection_notification: { x: { connection_notification_arn: arn("sns", "t") } },
  },
  "GuardDuty membership": { aws_guardduty_member: { x: { account_id: OUTSIDER } } },
  "Permission on a resource elsewhere": {
    aws_iam_policy: {
      x: {
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "dynamodb:Query",
              Resource: arn("dynamodb", "table/t", "eu-north-1", "400000000004"),
            },
          ],
        }),
      },
    },
  },
  "Load balancer listener": {
    aws_lb_listener: {
      x: {
        default_action: [
          { target_group_arn: arn("elasticloadbalancing", "targetgroup/t/1", "eu-west-1", "300000000003") },
        ],
      },
    },
  },
};

const here = (service: string, resource: string) => arn(service, resource, "eu-west-1");
const event = (target: string): Resources => ({ aws_cloudwatch_event_target: { x: { rule: "r", arn: target } } });

const agent = (foundation_model: string): Resources => ({ aws_bedrockagent_agent: { x: { foundation_model } } });

/** Mechanisms under names of their own that end in the site. */
export const STAYING: Readonly<Record<string, Resources>> = {
  "what is public is copied to what is public": {
    aws_s3_bucket: {
      a: { bucket: "a", tags: { "data-class": "public" } },
      b: { bucket: "b", tags: { "data-class": "public" } },
    },
    aws_s3_bucket_replication_configuration: {
      x: { bucket: "a", rule: [{ status: "Enabled", destination: [{ bucket: "arn:aws:s3:::b" }] }] },
    },
  },
  "prompts go to a model of the region": agent("anthropic.claude-3-haiku-20240307-v1:0"),
  "prompts go to a model by its ARN": agent("arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-text-lite-v1"),
  "a rule of AWS Config is one of AWS's": {
    aws_config_config_rule: {
      x: { source: [{ owner: "AWS", source_identifier: "S3_BUCKET_VERSIONING_ENABLED" }] },
    },
  },
  "AppConfig keeps the configuration itself": {
    aws_appconfig_configuration_profile: { x: { location_uri: "hosted" } },
  },
  "a topic says how often it tries again": { aws_sns_topic: { x: { name: "x", delivery_policy: '{"http":{}}' } } },
  "an object goes to a bucket of the output": {
    aws_s3_bucket: { b: { bucket: "b" } },
    aws_s3_object: { x: { bucket: "b", key: "x" } },
  },
  "records go to a function of the output by its name": {
    aws_lambda_function: { f: { function_name: "f", vpc_config: [{}] } },
    aws_lambda_event_source_mapping: { x: { event_source_arn: "q", function_name: "f" } },
  },
};

/** What only says by whom something goes on, and not where to: completes "is undecided where …". */
export const UNTOLD: Readonly<Record<string, Resources>> = {
  "events go to an API destination that is not in the output": event(here("events", "api-destination/crm/1")),
  "events go to an API that is not in the output": event(here("execute-api", "api/stage/POST/in")),
  "events go to a stream that is not in the output": event(here("firehose", "deliverystream/out")),
  "events start a state machine that is not in the output": event(here("states", "stateMachine:out")),
  "events start a runbook of AWS's": event(
    "arn:aws:ssm:eu-west-1::automation-definition/AWSSupport-ShareRDSSnapshot:$DEFAULT",
  ),
  "events start a command": event("arn:aws:ssm:eu-west-1::document/AWS-RunShellScript"),
  "messages go to somebody's telephone": {
    aws_sns_topic_subscription: { x: { topic_arn: "t", endpoint: here("sns", "endpoint/GCM/out/1") } },
  },
  "records go to a log destination that is not in the output": {
    aws_cloudwatch_log_subscription_filter: {
      x: { log_group_name: "g", destination_arn: here("logs", "destination:d") },
    },
  },
  "files go to a location that is not in the output": {
    aws_datasync_task: {
      x: { source_location_arn: "s", destination_location_arn: here("datasync", "location/loc-1") },
    },
  },
  "rows go to an endpoint that is not in the output": {
    aws_dms_replication_task: { x: { target_endpoint_arn: here("dms", "endpoint:T") } },
  },
  "the host of an endpoint is in a secret": {
    aws_dms_endpoint: { x: { endpoint_type: "target", secrets_manager_arn: here("secretsmanager", "secret:x") } },
  },
  "images are distributed as nobody sees": {
    aws_imagebuilder_image_pipeline: {
      x: { distribution_configuration_arn: here("imagebuilder", "distribution-configuration/d") },
    },
  },
  "an object goes to an access point that is not in the output": {
    aws_s3_object_copy: { x: { bucket: arn("s3", "accesspoint/y", "eu-west-1"), key: "x" } },
  },
  "a function is called that may be another account's": {
    aws_lambda_invocation: { x: { function_name: "666666666666:function:evil", input: "{}" } },
  },
  "prompts go to a profile of the EU": {
    aws_bedrockagent_agent: { x: { foundation_model: "eu.anthropic.claude-sonnet-4-20250514-v1:0" } },
  },
  "prompts go to a model of somebody unknown": {
    aws_bedrockagent_prompt: { x: { variant: [{ model_id: "elsewhere.model-1" }] } },
  },
  "records go to what may be another account's function": {
    aws_lambda_event_source_mapping: { x: { event_source_arn: "q", function_name: "666666666666:function:evil" } },
  },
  "prompts go to a profile that is not in the output": {
    aws_bedrockagent_agent: { x: { foundation_model: here("bedrock", "application-inference-profile/p") } },
  },
};

/** Mechanisms that open nothing by themselves, or that `leaks.ts` has with what they need around them. */
export const ELSEWHERE: readonly string[] = [
  "Assumption of a role",
  "Global datastore",
  "Membership of the organization",
  "Network rules",
  "People's access",
  "Permissions of a role",
  "Placement",
  "Public address",
  "Route",
  "S3 cross-origin requests",
  "SQS redrive",
  "Subnet",
  "Traffic mirroring",
];
