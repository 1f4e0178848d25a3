import type { PolicyDocument } from "../../policies/access/document";
import { parsePolicy } from "../../policies/access/document";
import type { PartsTable } from "../resources/owners";
import type { Resource } from "../../policies/model/resource";

/** Where the policy of a type stands: in a block of its own, or in resources that are nothing but a policy. */
export interface Owned {
  /** The attribute of the owner's own. */
  readonly inline?: string;
  /** The types of those that are a policy alone, with the attribute that names the owner and the one that has the policy. */
  readonly apart: Readonly<Record<string, readonly [names: string, policy: string]>>;
  /** What holds where there is none. */
  readonly without?: (owner: Pick<Resource, "account" | "partition">) => PolicyDocument;
}

const policy = (type: string, names: string): Owned["apart"] => ({ [type]: [names, "policy"] });

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
const defaultOfKey: Owned["without"] = ({ account, partition }) =>
  allowing({ Principal: { AWS: `arn:${partition}:iam::${account}:root` }, Action: "kms:*" });
/** @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
const defaultOfEndpoint: Owned["without"] = () => allowing({ Principal: "*", Action: "*" });

function allowing(statement: object): PolicyDocument {
  return parsePolicy({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Resource: "*", ...statement }] });
}

/** Every type whose policy can stand apart from it. */
export const OWNED: Readonly<Record<string, Owned>> = {
  aws_iam_role: { inline: "inline_policy.policy", apart: policy("aws_iam_role_policy", "role") },
  aws_iam_user: { apart: policy("aws_iam_user_policy", "user") },
  aws_iam_group: { apart: policy("aws_iam_group_policy", "group") },
  aws_s3_bucket: { inline: "policy", apart: policy("aws_s3_bucket_policy", "bucket") },
  aws_s3_access_point: { inline: "policy", apart: policy("aws_s3control_access_point_policy", "access_point_arn") },
  aws_sqs_queue: { inline: "policy", apart: policy("aws_sqs_queue_policy", "queue_url") },
  aws_sns_topic: { inline: "policy", apart: policy("aws_sns_topic_policy", "arn") },
  aws_kms_key: { inline: "policy", apart: policy("aws_kms_key_policy", "key_id"), without: defaultOfKey },
  aws_vpc_endpoint: {
    inline: "policy",
    apart: policy("aws_vpc_endpoint_policy", "vpc_endpoint_id"),
    without: defaultOfEndpoint,
  },
  aws_secretsmanager_secret: { inline: "policy", apart: policy("aws_secretsmanager_secret_policy", "secret_arn") },
  aws_api_gateway_rest_api: { inline: "policy", apart: policy("aws_api_gateway_rest_api_policy", "rest_api_id") },
  aws_opensearch_domain: {
    inline: "access_policies",
    apart: { aws_opensearch_domain_policy: ["domain_name", "access_policies"] },
  },
  aws_elasticsearch_domain: {
    inline: "access_policies",
    apart: { aws_elasticsearch_domain_policy: ["domain_name", "access_policies"] },
  },
  aws_dynamodb_table: { apart: policy("aws_dynamodb_resource_policy", "resource_arn") },
  aws_kinesis_stream: { apart: policy("aws_kinesis_resource_policy", "resource_arn") },
  aws_backup_vault: { apart: policy("aws_backup_vault_policy", "backup_vault_name") },
  aws_cloudwatch_event_bus: { apart: policy("aws_cloudwatch_event_bus_policy", "event_bus_name") },
  aws_cloudwatch_log_destination: {
    apart: { aws_cloudwatch_log_destination_policy: ["destination_name", "access_policy"] },
  },
  aws_ecr_repository: { apart: policy("aws_ecr_repository_policy", "repository") },
  aws_efs_file_system: { apart: policy("aws_efs_file_system_policy", "file_system_id") },
};

/** What attaches a role's managed policies: each with the attribute that names the roles. */
export const ATTACHING: Readonly<Record<string, string>> = {
  aws_iam_role_policy_attachment: "role",
  aws_iam_role_policy_attachments_exclusive: "role_name",
  aws_iam_policy_attachment: "roles",
};

/** Of what a resource is a policy, or gives it one. */
export const PARTS: PartsTable["parts"] = new Map([
  ...Object.entries(OWNED).flatMap(([owner, { apart }]) =>
    Object.entries(apart).map(([type, [names]]) => [type, [[owner], names]] as const),
  ),
  ...Object.entries(ATTACHING).map(([type, names]) => [type, [["aws_iam_role"], names]] as const),
]);
