import { DATA_CLASSES } from "../../config/estate";
import type { Stronger } from "../direction";

/**
 * A setting of which one value protects more than another, though no policy objects to either: how long, how often, how
 * strict. Amounts that AWS compares, TLS versions and modes are ladders, the weakest first.
 */
export interface Directed {
  /** Empty: of every type. */
  readonly types: readonly string[];
  /** As in the catalogue: where a part is a list, the setting in every element, of which the weakest counts. */
  readonly path: string;
  readonly stronger: Stronger;
  /** What an absent one means; without it, an absent one is weaker than any that stands. */
  readonly absent?: string;
  readonly controls: readonly string[];
}

const more = "more" as const;
const less = "less" as const;
const yes = { stronger: "true", absent: "false" } as const;
const no = { stronger: "false", absent: "false" } as const;
const LESS_SENSITIVE_FIRST = DATA_CLASSES.filter((each) => each !== "audit").reverse();

const LOCK = "aws_s3_bucket_object_lock_configuration";
const VAULT_LOCK = "aws_backup_vault_lock_configuration";
const PASSWORDS = "aws_iam_account_password_policy";
const TRAIL = "aws_cloudtrail";
const ALARM = "aws_cloudwatch_metric_alarm";
const FIREWALL = "aws_networkfirewall_firewall";
const METADATA = "aws_ec2_instance_metadata_defaults";
const PUBLIC_BLOCKS = [
  "aws_s3_bucket_public_access_block",
  "aws_s3_account_public_access_block",
  "aws_s3_access_point",
];

/** @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs for each attribute and its default */
export const DIRECTED: readonly Directed[] = [
  // What is kept, and for how long.
  { types: [LOCK], path: "rule.default_retention.days", stronger: more, controls: ["D32"] },
  { types: [LOCK], path: "rule.default_retention.years", stronger: more, controls: ["D32"] },
  { types: [LOCK], path: "rule.default_retention.mode", stronger: ["GOVERNANCE", "COMPLIANCE"], controls: ["D32"] },
  {
    types: ["aws_cloudwatch_log_group"],
    path: "retention_in_days",
    stronger: more,
    absent: "Infinity",
    controls: ["H57"],
  },
  { types: ["aws_sqs_queue"], path: "message_retention_seconds", stronger: more, absent: "345600", controls: ["D36"] },
  { types: [VAULT_LOCK], path: "min_retention_days", stronger: more, controls: ["H63"] },
  {
    types: ["aws_backup_plan"],
    path: "rule.lifecycle.delete_after",
    stronger: more,
    absent: "Infinity",
    controls: ["H63"],
  },
  {
    types: ["aws_s3_bucket_lifecycle_configuration"],
    path: "rule.expiration.days",
    stronger: more,
    absent: "Infinity",
    controls: ["H57"],
  },
  {
    types: ["aws_s3_bucket_lifecycle_configuration"],
    path: "rule.noncurrent_version_expiration.noncurrent_days",
    stronger: more,
    absent: "Infinity",
    controls: ["H58"],
  },
  {
    types: ["aws_s3_bucket_versioning"],
    path: "versioning_configuration.status",
    stronger: ["Disabled", "Suspended", "Enabled"],
    controls: ["D32"],
  },
  { types: ["aws_dynamodb_table"], path: "point_in_time_recovery.enabled", ...yes, controls: ["H63"] },
  {
    types: ["aws_dynamodb_table"],
    path: "point_in_time_recovery.recovery_period_in_days",
    stronger: more,
    absent: "35",
    controls: ["H63"],
  },
  { types: ["aws_dynamodb_table"], path: "deletion_protection_enabled", ...yes, controls: ["G52"] },
  { types: [], path: "lifecycle.prevent_destroy", ...yes, controls: ["G52"] },
  { types: [], path: "force_destroy", ...no, controls: ["G52"] },
  { types: [], path: "deletion_protection", ...yes, controls: ["G52"] },
  { types: [], path: "tags.data-class", stronger: LESS_SENSITIVE_FIRST, absent: "restricted", controls: ["A5", "B10"] },
  // Keys.
  { types: ["aws_kms_key"], path: "rotation_period_in_days", stronger: less, absent: "365", controls: ["B11"] },
  { types: ["aws_kms_key"], path: "enable_key_rotation", ...yes, controls: ["B11"] },
  { types: ["aws_kms_key"], path: "deletion_window_in_days", stronger: more, absent: "30", controls: ["B17"] },
  { types: ["aws_kms_key"], path: "bypass_policy_lockout_safety_check", ...no, controls: ["B17"] },
  // TLS.
  {
    types: ["aws_api_gateway_domain_name"],
    path: "security_policy",
    stronger: ["TLS_1_0", "TLS_1_2"],
    absent: "TLS_1_0",
    controls: ["B14"],
  },
  {
    types: ["aws_opensearch_domain"],
    path: "domain_endpoint_options.tls_security_policy",
    stronger: ["Policy-Min-TLS-1-0-2019-07", "Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10"],
    absent: "Policy-Min-TLS-1-0-2019-07",
    controls: ["B14"],
  },
  {
    types: ["aws_cloudfront_distribution"],
    path: "viewer_certificate.minimum_protocol_version",
    stronger: ["SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016", "TLSv1.2_2018", "TLSv1.2_2019", "TLSv1.2_2021"],
    absent: "TLSv1",
    controls: ["B14"],
  },
  // Audit.
  { types: [TRAIL], path: "enable_log_file_validation", ...yes, controls: ["D27"] },
  { types: [TRAIL], path: "is_multi_region_trail", ...yes, controls: ["D27"] },
  { types: [TRAIL], path: "enable_logging", stronger: "true", absent: "true", controls: ["D27"] },
  { types: [TRAIL], path: "include_global_service_events", stronger: "true", absent: "true", controls: ["D27"] },
  { types: ["aws_flow_log"], path: "traffic_type", stronger: ["ACCEPT", "REJECT", "ALL"], controls: ["D28"] },
  { types: ["aws_flow_log"], path: "max_aggregation_interval", stronger: less, absent: "600", controls: ["D28"] },
  { types: ["aws_config_configuration_recorder_status"], path: "is_enabled", ...yes, controls: ["D30"] },
  { types: ["aws_guardduty_detector"], path: "enable", stronger: "true", absent: "true", controls: ["D31"] },
  {
    types: ["aws_guardduty_detector"],
    path: "finding_publishing_frequency",
    stronger: ["SIX_HOURS", "ONE_HOUR", "FIFTEEN_MINUTES"],
    absent: "SIX_HOURS",
    controls: ["D31"],
  },
  { types: ["aws_guardduty_detector_feature"], path: "status", stronger: ["DISABLED", "ENABLED"], controls: ["D31"] },
  {
    types: ["aws_cloudwatch_event_rule"],
    path: "state",
    stronger: ["DISABLED", "ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"],
    absent: "ENABLED",
    controls: ["D36"],
  },
  {
    types: [ALARM],
    path: "treat_missing_data",
    stronger: ["notBreaching", "ignore", "missing", "breaching"],
    absent: "missing",
    controls: ["D35"],
  },
  { types: [ALARM], path: "actions_enabled", stronger: "true", absent: "true", controls: ["D35", "H57"] },
  { types: [ALARM], path: "period", stronger: less, controls: ["D35"] },
  { types: [ALARM], path: "evaluation_periods", stronger: less, controls: ["D35"] },
  // Network.
  { types: PUBLIC_BLOCKS, path: "block_public_acls", ...yes, controls: ["C25"] },
  { types: PUBLIC_BLOCKS, path: "block_public_policy", ...yes, controls: ["C25"] },
  { types: PUBLIC_BLOCKS, path: "ignore_public_acls", ...yes, controls: ["C25"] },
  { types: PUBLIC_BLOCKS, path: "restrict_public_buckets", ...yes, controls: ["C25"] },
  { types: ["aws_vpc_endpoint_service"], path: "acceptance_required", ...yes, controls: ["H61"] },
  {
    types: ["aws_route53_resolver_firewall_config"],
    path: "firewall_fail_open",
    stronger: ["ENABLED", "DISABLED"],
    absent: "DISABLED",
    controls: ["C23"],
  },
  { types: [FIREWALL], path: "delete_protection", ...yes, controls: ["C20"] },
  { types: [FIREWALL], path: "firewall_policy_change_protection", ...yes, controls: ["C20"] },
  { types: [FIREWALL], path: "subnet_change_protection", ...yes, controls: ["C20"] },
  {
    types: [METADATA],
    path: "http_tokens",
    stronger: ["no-preference", "optional", "required"],
    absent: "no-preference",
    controls: ["C24"],
  },
  { types: [METADATA], path: "http_put_response_hop_limit", stronger: less, controls: ["C24"] },
  // Identity.
  { types: ["aws_iam_role"], path: "max_session_duration", stronger: less, absent: "3600", controls: ["E40"] },
  { types: [PASSWORDS], path: "minimum_password_length", stronger: more, absent: "6", controls: ["G51"] },
  { types: [PASSWORDS], path: "max_password_age", stronger: less, absent: "Infinity", controls: ["G51"] },
  { types: [PASSWORDS], path: "password_reuse_prevention", stronger: more, absent: "0", controls: ["G51"] },
  {
    types: ["aws_accessanalyzer_analyzer"],
    path: "configuration.unused_access.unused_access_age",
    stronger: less,
    absent: "90",
    controls: ["G51"],
  },
];

/** The settings of a type. */
export function directedOf(type: string): readonly Directed[] {
  return DIRECTED.filter(({ types }) => types.length === 0 || types.includes(type));
}
