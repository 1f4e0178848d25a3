import { resourceType } from "../../catalogue/resource-type";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";

/** What configures another resource, by the attribute that names it and the types that it may name. */
const CONFIGURING: readonly (readonly [by: string, owners: readonly string[], types: readonly string[]])[] = [
  [
    "bucket",
    ["aws_s3_bucket"],
    [
      ...["accelerate_configuration", "acl", "cors_configuration", "lifecycle_configuration", "logging"],
      ...["notification", "object_lock_configuration", "ownership_controls", "policy", "public_access_block"],
      ...["replication_configuration", "request_payment_configuration", "server_side_encryption_configuration"],
      ...["versioning", "website_configuration"],
    ].map((suffix) => `aws_s3_bucket_${suffix}`),
  ],
  ["key_id", ["aws_kms_key", "aws_kms_external_key"], ["aws_kms_key_policy"]],
  ["resource_arn", ["aws_dynamodb_table"], ["aws_dynamodb_resource_policy"]],
  [
    "backup_vault_name",
    ["aws_backup_vault"],
    ["aws_backup_vault_lock_configuration", "aws_backup_vault_notifications", "aws_backup_vault_policy"],
  ],
  ["vpc_endpoint_id", ["aws_vpc_endpoint"], ["aws_vpc_endpoint_policy"]],
  [
    "detector_id",
    ["aws_guardduty_detector"],
    ["aws_guardduty_detector_feature", "aws_guardduty_publishing_destination"],
  ],
  [
    "event_bus_name",
    ["aws_cloudwatch_event_bus"],
    ["aws_cloudwatch_event_bus_policy", "aws_cloudwatch_event_permission"],
  ],
  [
    "queue_url",
    ["aws_sqs_queue"],
    ["aws_sqs_queue_policy", "aws_sqs_queue_redrive_allow_policy", "aws_sqs_queue_redrive_policy"],
  ],
  ["arn", ["aws_sns_topic"], ["aws_sns_topic_data_protection_policy", "aws_sns_topic_policy"]],
  ["secret_arn", ["aws_secretsmanager_secret"], ["aws_secretsmanager_secret_policy"]],
  ["repository", ["aws_ecr_repository"], ["aws_ecr_lifecycle_policy", "aws_ecr_repository_policy"]],
  ["file_system_id", ["aws_efs_file_system"], ["aws_efs_backup_policy", "aws_efs_file_system_policy"]],
  [
    "domain_name",
    ["aws_elasticsearch_domain", "aws_opensearch_domain"],
    ["aws_elasticsearch_domain_policy", "aws_opensearch_domain_policy"],
  ],
  ["access_point_arn", ["aws_s3_access_point"], ["aws_s3control_access_point_policy"]],
  ["name", ["aws_config_configuration_recorder"], ["aws_config_configuration_recorder_status"]],
  [
    "function_name",
    ["aws_lambda_function"],
    ["aws_lambda_function_event_invoke_config", "aws_lambda_function_recursion_config"],
  ],
  // Who may assume a role that is not in the output nobody has judged.
  ["role", ["aws_iam_role"], ["aws_iam_role_policy", "aws_iam_role_policy_attachment"]],
  ["role_name", ["aws_iam_role"], ["aws_iam_role_policies_exclusive", "aws_iam_role_policy_attachments_exclusive"]],
  ["roles", ["aws_iam_role"], ["aws_iam_policy_attachment"]],
  ["users", ["aws_iam_user"], ["aws_iam_policy_attachment"]],
  ["groups", ["aws_iam_group"], ["aws_iam_policy_attachment"]],
];

/** By the type, each attribute that may name what it is for. */
const ROWS = grouped(CONFIGURING);

export const configured: EachResource = {
  kind: "each",
  id: "STO-014",
  title: "What configures another resource names one of this output",
  severity: "high",
  controls: ["A5", "B10", "G52"],
  types: [...ROWS.keys()].filter((type) => resourceType(type) !== undefined),
  rationale:
    "Of two policies or settings of one bucket or key AWS keeps what was written last. One that names it through an expression overwrites what was judged, and belongs to nothing that is. What is given to a role that nobody judged is given to whoever may assume it.",
  remediation: "Name the resource itself, e.g. ${aws_s3_bucket.data.id}, in the same stack.",
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html"],
  construct: "encryption/encrypted-bucket",

  check: judge,
};

interface Naming {
  readonly by: string;
  readonly owners: readonly string[];
}

function grouped(rows: typeof CONFIGURING): ReadonlyMap<string, readonly Naming[]> {
  const byType = new Map<string, readonly Naming[]>();
  for (const [by, owners, types] of rows) {
    for (const type of types) byType.set(type, [...(byType.get(type) ?? []), { by, owners }]);
  }
  return byType;
}

function judge(resource: Resource): Verdict {
  const namings = ROWS.get(resource.type)!;
  const [first] = namings;
  const said = namings.filter(({ by }) => !resource.value(by).isAbsent);
  // The account's default event bus is no resource: what lets others at it is a channel of its own.
  if (said.length === 0 && first!.by === "event_bus_name") return notApplicable(resource.value(first!.by).at);
  const [one, ...others] = (said.length > 0 ? said : [first!]).flatMap((naming) => named(resource, naming));
  return one ? all(one, ...others) : pass(resource.root.at);
}

/** A verdict on each that is named; one that names nothing is named by nobody. */
function named(resource: Resource, { by, owners }: Naming): readonly Verdict[] {
  const value = resource.value(by);
  return (value.isAbsent ? [value] : value.items()).map((each) => {
    const expected = `${owners.join(" or ")} of this output`;
    const target = each.target(...owners);
    if (target.kind === "resource") return pass(each.at);
    return (target.kind === "unknown" ? undecided : fail)(each.at, each.legible, expected);
  });
}
