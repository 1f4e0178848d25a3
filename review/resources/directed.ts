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
  /** What a change in each direction means, a sentence about the resource without its full stop. */
  readonly means: readonly [weaker: string, stronger: string];
  readonly stronger: Stronger;
  /** What an absent one means; without it, an absent one is weaker than any that stands. Of `none`, the strongest. */
  readonly absent?: string;
  readonly controls: readonly string[];
}

const more = "more" as const;
const less = "less" as const;
const yes = { stronger: "true", absent: "false" } as const;
const no = { stronger: "false", absent: "false" } as const;
const LESS_SENSITIVE_FIRST = DATA_CLASSES.filter((each) => each !== "audit").reverse();

const LOCK = "aws_s3_bucket_object_lock_configuration";
const REPLICATION = "aws_s3_bucket_replication_configuration";
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
  {
    types: [LOCK],
    path: "rule.default_retention.days",
    means: ["what is written is locked for fewer days", "what is written is locked for more days"],
    stronger: more,
    controls: ["D32"],
  },
  {
    types: [LOCK],
    path: "rule.default_retention.years",
    means: ["what is written is locked for fewer years", "what is written is locked for more years"],
    stronger: more,
    controls: ["D32"],
  },
  {
    types: [LOCK],
    path: "rule.default_retention.mode",
    means: ["whoever has the permission may shorten or lift the lock", "nobody can shorten or lift the lock"],
    stronger: ["GOVERNANCE", "COMPLIANCE"],
    controls: ["D32"],
  },
  {
    types: ["aws_cloudwatch_log_group"],
    path: "retention_in_days",
    means: ["logs are kept for a shorter time", "logs are kept for a longer time"],
    stronger: more,
    absent: "Infinity",
    controls: ["H57"],
  },
  {
    types: ["aws_sqs_queue"],
    path: "message_retention_seconds",
    means: ["what was not delivered is kept for a shorter time", "what was not delivered is kept for a longer time"],
    stronger: more,
    absent: "345600",
    controls: ["D36"],
  },
  {
    types: [VAULT_LOCK],
    path: "min_retention_days",
    means: ["a backup may be deleted sooner", "a backup is kept for longer at least"],
    stronger: more,
    controls: ["H63"],
  },
  {
    types: ["aws_backup_plan"],
    path: "rule.lifecycle.delete_after",
    means: ["backups are deleted sooner", "backups are kept for longer"],
    stronger: more,
    absent: "Infinity",
    controls: ["H63"],
  },
  {
    types: ["aws_s3_bucket_lifecycle_configuration"],
    path: "rule.expiration.days",
    means: ["objects are deleted sooner", "objects are kept for longer"],
    stronger: more,
    absent: "Infinity",
    controls: ["H57"],
  },
  {
    types: ["aws_s3_bucket_lifecycle_configuration"],
    path: "rule.expiration.date",
    means: ["objects are deleted on a sooner day", "objects are deleted on a later day"],
    stronger: more,
    absent: "Infinity",
    controls: ["H57"],
  },
  {
    types: ["aws_dynamodb_table"],
    path: "ttl.enabled",
    means: ["items are deleted when their time is over", "items are no longer deleted when their time is over"],
    ...no,
    controls: ["H57"],
  },
  {
    types: ["aws_backup_plan"],
    path: "rule.schedule",
    means: ["backups are made at other times, perhaps less often", "backups are made at set times"],
    stronger: "none",
    controls: ["H63"],
  },
  {
    types: [VAULT_LOCK],
    path: "changeable_for_days",
    means: ["the lock can be lifted for longer", "the lock can be lifted for a shorter time"],
    stronger: less,
    absent: "Infinity",
    controls: ["H63"],
  },
  {
    types: ["aws_scheduler_schedule"],
    path: "start_date",
    means: ["it begins on another day, perhaps later", "it begins at once"],
    stronger: "none",
    absent: "at once",
    controls: ["D36"],
  },
  {
    types: ["aws_sqs_queue"],
    path: "delay_seconds",
    means: ["what is sent is delivered later", "what is sent is delivered sooner"],
    stronger: less,
    absent: "0",
    controls: ["D36"],
  },
  {
    types: ["aws_sqs_queue"],
    path: "max_message_size",
    means: ["longer messages are refused", "longer messages are taken"],
    stronger: more,
    absent: "262144",
    controls: ["D36"],
  },
  ...["dead_letter_config.target_arn", "dead_letter_config.arn"].map((path): Directed => ({
    types: path.endsWith("target_arn") ? ["aws_lambda_function"] : ["aws_cloudwatch_event_target"],
    path,
    means: ["what could not be handled is kept elsewhere, or nowhere", "what could not be handled is kept"],
    stronger: "none",
    controls: ["D36"],
  })),
  ...["retry_policy", "target.retry_policy"].flatMap((policy): readonly Directed[] => {
    const types = policy === "retry_policy" ? ["aws_cloudwatch_event_target"] : ["aws_scheduler_schedule"];
    return [
      {
        types,
        path: `${policy}.maximum_retry_attempts`,
        means: ["it is tried fewer times to deliver", "it is tried more times to deliver"],
        stronger: more,
        absent: "185",
        controls: ["D36"],
      },
      {
        types,
        path: `${policy}.maximum_event_age_in_seconds`,
        means: ["it is tried for a shorter time to deliver", "it is tried for a longer time to deliver"],
        stronger: more,
        absent: "86400",
        controls: ["D36"],
      },
    ];
  }),
  {
    types: ["aws_scheduler_schedule"],
    path: "flexible_time_window.maximum_window_in_minutes",
    means: ["it begins later than it is scheduled for", "it begins nearer to when it is scheduled for"],
    stronger: less,
    absent: "0",
    controls: ["D36"],
  },
  {
    types: ["aws_dynamodb_table"],
    path: "stream_enabled",
    means: ["whatever is written can be read from a stream too", "what is written can be read from no stream"],
    ...no,
    controls: ["A5"],
  },
  {
    types: ["aws_config_delivery_channel"],
    path: "snapshot_delivery_properties.delivery_frequency",
    means: ["snapshots of the configuration come less often", "snapshots of the configuration come more often"],
    stronger: ["TwentyFour_Hours", "Twelve_Hours", "Six_Hours", "Three_Hours", "One_Hour"],
    absent: "TwentyFour_Hours",
    controls: ["D30"],
  },
  {
    types: [ALARM],
    path: "alarm_actions",
    means: ["the alarm no longer tells whom it told", "the alarm tells more"],
    stronger: "wider",
    absent: "nobody",
    controls: ["D35"],
  },
  ...["input", "input_path", "input_transformer.input_template"].map((path): Directed => ({
    types: ["aws_cloudwatch_event_target"],
    path,
    means: ["what is forwarded is no longer the event as it was", "what is forwarded is the event as it was"],
    stronger: "none",
    absent: path === "input_path" ? "$" : "the event itself",
    controls: ["D36"],
  })),
  {
    types: [REPLICATION],
    path: "rule.status",
    means: ["nothing is replicated by this rule", "it is replicated by this rule"],
    stronger: ["Disabled", "Enabled"],
    controls: ["D32"],
  },
  {
    types: [REPLICATION],
    path: "rule.destination.metrics.status",
    means: ["nobody learns that replication fails", "it shows when replication fails"],
    stronger: ["Disabled", "Enabled"],
    absent: "Disabled",
    controls: ["D32"],
  },
  {
    types: [REPLICATION],
    path: "rule.destination.replication_time.status",
    means: ["replication may take any time", "replication takes a quarter of an hour at most"],
    stronger: ["Disabled", "Enabled"],
    absent: "Disabled",
    controls: ["D32"],
  },
  {
    types: ["aws_lambda_function"],
    path: "reserved_concurrent_executions",
    means: ["it runs another number of times at once, perhaps never", "it runs as often at once as it is called"],
    stronger: "none",
    absent: "-1",
    controls: ["D36"],
  },
  {
    types: ["aws_lambda_function"],
    path: "timeout",
    means: ["it is cut off sooner", "it is cut off later"],
    stronger: more,
    absent: "3",
    controls: ["D36"],
  },
  {
    types: ["aws_networkfirewall_rule_group"],
    path: "rule_group.rules_source.rules_string",
    means: ["the firewall's rules are others", "the firewall has rules"],
    stronger: "none",
    controls: ["C20"],
  },
  {
    types: [TRAIL],
    path: "advanced_event_selector",
    means: ["the trail leaves out what it recorded", "the trail records more"],
    stronger: "wider",
    absent: "nothing but management events",
    controls: ["D27"],
  },
  {
    types: ["aws_s3_bucket_lifecycle_configuration"],
    path: "rule.noncurrent_version_expiration.noncurrent_days",
    means: [
      "versions that were overwritten or deleted are kept for a shorter time",
      "versions that were overwritten or deleted are kept for a longer time",
    ],
    stronger: more,
    absent: "Infinity",
    controls: ["H58"],
  },
  {
    types: ["aws_s3_bucket_versioning"],
    path: "versioning_configuration.status",
    means: ["what is overwritten or deleted is gone", "what is overwritten or deleted is kept as a version"],
    stronger: ["Disabled", "Suspended", "Enabled"],
    controls: ["D32"],
  },
  {
    types: ["aws_dynamodb_table"],
    path: "point_in_time_recovery.enabled",
    means: ["it can no longer be restored to any moment", "it can be restored to any moment"],
    ...yes,
    controls: ["H63"],
  },
  {
    types: ["aws_dynamodb_table"],
    path: "point_in_time_recovery.recovery_period_in_days",
    means: ["it can be restored less far back", "it can be restored further back"],
    stronger: more,
    absent: "35",
    controls: ["H63"],
  },
  {
    types: ["aws_dynamodb_table"],
    path: "deletion_protection_enabled",
    means: [
      "it can be deleted without lifting a protection first",
      "it cannot be deleted before its protection is lifted",
    ],
    ...yes,
    controls: ["G52"],
  },
  {
    types: [],
    path: "lifecycle.prevent_destroy",
    means: ["a deployment can destroy it", "no deployment can destroy it"],
    ...yes,
    controls: ["G52"],
  },
  {
    types: [],
    path: "force_destroy",
    means: ["it can be destroyed with what is in it", "it cannot be destroyed while something is in it"],
    ...no,
    controls: ["G52"],
  },
  {
    types: [],
    path: "deletion_protection",
    means: [
      "it can be deleted without lifting a protection first",
      "it cannot be deleted before its protection is lifted",
    ],
    ...yes,
    controls: ["G52"],
  },
  {
    types: [],
    path: "tags.data-class",
    means: ["it is said to hold less sensitive data", "it is said to hold more sensitive data"],
    stronger: LESS_SENSITIVE_FIRST,
    absent: "restricted",
    controls: ["A5", "B10"],
  },
  // Keys.
  {
    types: ["aws_kms_key"],
    path: "rotation_period_in_days",
    means: ["the key rotates less often", "the key rotates more often"],
    stronger: less,
    absent: "365",
    controls: ["B11"],
  },
  {
    types: ["aws_kms_key"],
    path: "enable_key_rotation",
    means: ["the key no longer rotates", "the key rotates"],
    ...yes,
    controls: ["B11"],
  },
  {
    types: ["aws_kms_key"],
    path: "deletion_window_in_days",
    means: ["there is less time to stop the key's deletion", "there is more time to stop the key's deletion"],
    stronger: more,
    absent: "30",
    controls: ["B17"],
  },
  {
    types: ["aws_kms_key"],
    path: "bypass_policy_lockout_safety_check",
    means: [
      "a policy that locks everybody out of the key is accepted",
      "a policy that locks everybody out of the key is refused",
    ],
    ...no,
    controls: ["B17"],
  },
  {
    types: ["aws_kms_alias"],
    path: "target_key_id",
    means: ["whoever uses the key by this name uses another one", "the name stands for a key"],
    stronger: "none",
    controls: ["B10"],
  },
  // TLS.
  {
    types: ["aws_api_gateway_domain_name"],
    path: "security_policy",
    means: ["it accepts an older TLS", "it accepts no older TLS"],
    stronger: ["TLS_1_0", "TLS_1_2"],
    absent: "TLS_1_0",
    controls: ["B14"],
  },
  {
    types: ["aws_opensearch_domain"],
    path: "domain_endpoint_options.tls_security_policy",
    means: ["it accepts an older TLS", "it accepts no older TLS"],
    stronger: ["Policy-Min-TLS-1-0-2019-07", "Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10"],
    absent: "Policy-Min-TLS-1-0-2019-07",
    controls: ["B14"],
  },
  {
    types: ["aws_cloudfront_distribution"],
    path: "viewer_certificate.minimum_protocol_version",
    means: ["it accepts an older TLS", "it accepts no older TLS"],
    stronger: ["SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016", "TLSv1.2_2018", "TLSv1.2_2019", "TLSv1.2_2021"],
    absent: "TLSv1",
    controls: ["B14"],
  },
  // Audit.
  {
    types: [TRAIL],
    path: "enable_log_file_validation",
    means: [
      "a change to the trail's log files can no longer be proved",
      "a change to the trail's log files can be proved",
    ],
    ...yes,
    controls: ["D27"],
  },
  {
    types: [TRAIL],
    path: "is_multi_region_trail",
    means: ["the trail records one region alone", "the trail records every region"],
    ...yes,
    controls: ["D27"],
  },
  {
    types: [TRAIL],
    path: "enable_logging",
    means: ["the trail records nothing", "the trail records"],
    stronger: "true",
    absent: "true",
    controls: ["D27"],
  },
  {
    types: [TRAIL],
    path: "include_global_service_events",
    means: ["the trail leaves out global services, such as IAM", "the trail records global services, such as IAM"],
    stronger: "true",
    absent: "true",
    controls: ["D27"],
  },
  {
    types: ["aws_flow_log"],
    path: "traffic_type",
    means: ["flow logs leave out a part of the traffic", "flow logs leave out less of the traffic"],
    stronger: ["ACCEPT", "REJECT", "ALL"],
    controls: ["D28"],
  },
  {
    types: ["aws_flow_log"],
    path: "max_aggregation_interval",
    means: ["flow logs tell the time less exactly", "flow logs tell the time more exactly"],
    stronger: less,
    absent: "600",
    controls: ["D28"],
  },
  {
    types: ["aws_config_configuration_recorder_status"],
    path: "is_enabled",
    means: ["Config records nothing", "Config records"],
    ...yes,
    controls: ["D30"],
  },
  {
    types: ["aws_guardduty_detector"],
    path: "enable",
    means: ["GuardDuty watches nothing", "GuardDuty watches"],
    stronger: "true",
    absent: "true",
    controls: ["D31"],
  },
  {
    types: ["aws_guardduty_detector"],
    path: "finding_publishing_frequency",
    means: ["GuardDuty tells of a finding's repetition later", "GuardDuty tells of a finding's repetition sooner"],
    stronger: ["SIX_HOURS", "ONE_HOUR", "FIFTEEN_MINUTES"],
    absent: "SIX_HOURS",
    controls: ["D31"],
  },
  {
    types: ["aws_guardduty_detector_feature"],
    path: "status",
    means: ["GuardDuty no longer watches with this feature", "GuardDuty watches with this feature"],
    stronger: ["DISABLED", "ENABLED"],
    controls: ["D31"],
  },
  {
    types: ["aws_cloudwatch_event_rule"],
    path: "state",
    means: ["the rule matches fewer events", "the rule matches more events"],
    stronger: ["DISABLED", "ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"],
    absent: "ENABLED",
    controls: ["D36"],
  },
  {
    types: [ALARM],
    path: "treat_missing_data",
    means: ["silence alarms less readily", "silence alarms more readily"],
    stronger: ["notBreaching", "ignore", "missing", "breaching"],
    absent: "missing",
    controls: ["D35"],
  },
  {
    types: [ALARM],
    path: "actions_enabled",
    means: ["the alarm tells nobody", "the alarm tells somebody"],
    stronger: "true",
    absent: "true",
    controls: ["D35", "H57"],
  },
  {
    types: [ALARM],
    path: "period",
    means: ["the alarm comes later", "the alarm comes sooner"],
    stronger: less,
    controls: ["D35"],
  },
  {
    types: [ALARM],
    path: "evaluation_periods",
    means: ["the alarm comes later", "the alarm comes sooner"],
    stronger: less,
    controls: ["D35"],
  },
  // Network.
  {
    types: PUBLIC_BLOCKS,
    path: "block_public_acls",
    means: ["an ACL that lets in the public is accepted", "an ACL that lets in the public is refused"],
    ...yes,
    controls: ["C25"],
  },
  {
    types: PUBLIC_BLOCKS,
    path: "block_public_policy",
    means: ["a policy that lets in the public is accepted", "a policy that lets in the public is refused"],
    ...yes,
    controls: ["C25"],
  },
  {
    types: PUBLIC_BLOCKS,
    path: "ignore_public_acls",
    means: ["ACLs that let in the public count", "ACLs that let in the public do not count"],
    ...yes,
    controls: ["C25"],
  },
  {
    types: PUBLIC_BLOCKS,
    path: "restrict_public_buckets",
    means: ["a public policy lets in other accounts", "a public policy lets in no other account"],
    ...yes,
    controls: ["C25"],
  },
  {
    types: ["aws_vpc_endpoint_service"],
    path: "acceptance_required",
    means: ["whoever asks is connected without being accepted", "nobody is connected without being accepted"],
    ...yes,
    controls: ["H61"],
  },
  {
    types: ["aws_route53_resolver_firewall_config"],
    path: "firewall_fail_open",
    means: [
      "names are resolved unfiltered while the DNS firewall fails",
      "no name is resolved while the DNS firewall fails",
    ],
    stronger: ["ENABLED", "DISABLED"],
    absent: "DISABLED",
    controls: ["C23"],
  },
  {
    types: [FIREWALL],
    path: "delete_protection",
    means: [
      "the firewall can be deleted without lifting a protection first",
      "the firewall cannot be deleted before its protection is lifted",
    ],
    ...yes,
    controls: ["C20"],
  },
  {
    types: [FIREWALL],
    path: "firewall_policy_change_protection",
    means: [
      "the firewall's policy can be exchanged without lifting a protection first",
      "the firewall's policy cannot be exchanged before its protection is lifted",
    ],
    ...yes,
    controls: ["C20"],
  },
  {
    types: [FIREWALL],
    path: "subnet_change_protection",
    means: [
      "the firewall can leave its subnets without lifting a protection first",
      "the firewall cannot leave its subnets before its protection is lifted",
    ],
    ...yes,
    controls: ["C20"],
  },
  {
    types: [METADATA],
    path: "http_tokens",
    means: [
      "an instance's credentials may be had without a session token (IMDSv1)",
      "an instance's credentials are had with a session token alone (IMDSv2)",
    ],
    stronger: ["no-preference", "optional", "required"],
    absent: "no-preference",
    controls: ["C24"],
  },
  {
    types: [METADATA],
    path: "http_put_response_hop_limit",
    means: [
      "an instance's credentials may travel further from it",
      "an instance's credentials travel less far from it",
    ],
    stronger: less,
    controls: ["C24"],
  },
  {
    types: ["aws_vpc_endpoint"],
    path: "private_dns_enabled",
    means: ["the service's own name no longer leads to the endpoint", "the service's own name leads to the endpoint"],
    ...yes,
    controls: ["C22"],
  },
  {
    types: ["aws_vpc_endpoint"],
    path: "security_group_ids",
    means: ["other security groups let in to the endpoint", "fewer security groups let in to the endpoint"],
    stronger: "fewer",
    controls: ["C22"],
  },
  {
    types: ["aws_lb"],
    path: "security_groups",
    means: ["other security groups let in to the balancer", "fewer security groups let in to the balancer"],
    stronger: "fewer",
    controls: ["C20"],
  },
  // Identity.
  ...Object.entries({
    aws_backup_selection: ["iam_role_arn", "H63"],
    aws_config_configuration_recorder: ["role_arn", "D30"],
    aws_flow_log: ["iam_role_arn", "D28"],
    aws_lambda_function: ["role", "D36"],
    aws_s3_bucket_replication_configuration: ["role", "D32"],
    aws_scheduler_schedule: ["target.role_arn", "D36"],
  } as const).map(([type, [path, control]]): Directed => ({
    types: [type],
    path,
    means: ["it acts in another role, which may do more, or less than it must", "it acts in a role"],
    stronger: "none",
    controls: [control, "E40"],
  })),
  {
    types: ["aws_iam_role", "aws_iam_user"],
    path: "permissions_boundary",
    means: ["another boundary limits it, or none", "a boundary limits it"],
    stronger: "none",
    controls: ["E40", "H62"],
  },
  {
    types: ["aws_organizations_organization"],
    path: "aws_service_access_principals",
    means: [
      "other services act in every account, or one does no longer: without single sign-on nobody signs in",
      "no service acts in every account",
    ],
    stronger: "none",
    controls: ["E40", "G53"],
  },
  {
    types: ["aws_organizations_organization"],
    path: "enabled_policy_types",
    means: [
      "policies of a type bind no account any more, whatever they said",
      "policies of a type more bind the accounts",
    ],
    stronger: "wider",
    controls: ["G53"],
  },
  {
    types: ["aws_organizations_account"],
    path: "email",
    means: ["whoever reads another address can reset the account's root", "an address of its own is root's"],
    stronger: "none",
    controls: ["E41"],
  },
  {
    types: ["aws_iam_role"],
    path: "max_session_duration",
    means: ["a session of the role may last longer", "a session of the role ends sooner"],
    stronger: less,
    absent: "3600",
    controls: ["E40"],
  },
  {
    types: [PASSWORDS],
    path: "minimum_password_length",
    means: ["shorter passwords are accepted", "shorter passwords are refused"],
    stronger: more,
    absent: "6",
    controls: ["G51"],
  },
  {
    types: [PASSWORDS],
    path: "max_password_age",
    means: ["passwords hold for longer", "passwords hold for a shorter time"],
    stronger: less,
    absent: "Infinity",
    controls: ["G51"],
  },
  {
    types: [PASSWORDS],
    path: "password_reuse_prevention",
    means: ["a password may be used again sooner", "a password may be used again later"],
    stronger: more,
    absent: "0",
    controls: ["G51"],
  },
  {
    types: ["aws_accessanalyzer_analyzer"],
    path: "configuration.unused_access.unused_access_age",
    means: ["access that nobody uses is found later", "access that nobody uses is found sooner"],
    stronger: less,
    absent: "90",
    controls: ["G51"],
  },
];

/** The settings of a type. */
export function directedOf(type: string): readonly Directed[] {
  return DIRECTED.filter(({ types }) => types.length === 0 || types.includes(type));
}
