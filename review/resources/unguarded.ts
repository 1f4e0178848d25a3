import { declaredPlaces, type Context } from "../../policies/context";
import { own } from "../../policies/model/own";
import type { Resource } from "../../policies/model/resource";

const ATTACHMENT = "aws_organizations_policy_attachment";

/** What went and left behind what it guarded: of what went together with it, the loss of that one tells. */
export function unguarded(removed: readonly Resource[], base: Context, head: Context): readonly Resource[] {
  const gone = new Map(removed.map((resource) => [resource, resource.names()]));
  const accounts = new Set(declaredPlaces(head.estate).map(({ account }) => account));
  return removed.filter(
    (resource) =>
      head.model.stacks.includes(resource.stack) &&
      !isOfGone(resource, gone) &&
      !isOfOtherAccounts(resource, base, accounts),
  );
}

/** It names something that went too, or holds the document of nothing but itself. */
function isOfGone(resource: Resource, gone: ReadonlyMap<Resource, ReadonlySet<string>>): boolean {
  const target = own(TARGETS, resource.type);
  if (target === undefined) return true;
  const { text } = resource.value(target);
  return text !== undefined && [...gone].some(([other, names]) => other !== resource && names.has(text));
}

/** Resources that are a document and nothing else: what they guard stays where they go. */
const TARGETS: Readonly<Record<string, string>> = {
  aws_s3_bucket_policy: "bucket",
  aws_s3_access_point_policy: "access_point_arn",
  aws_sqs_queue_policy: "queue_url",
  aws_sns_topic_policy: "arn",
  aws_kms_key_policy: "key_id",
  aws_dynamodb_resource_policy: "resource_arn",
  aws_backup_vault_policy: "backup_vault_name",
  aws_secretsmanager_secret_policy: "secret_arn",
  aws_ecr_repository_policy: "repository",
  aws_vpc_endpoint_policy: "vpc_endpoint_id",
  aws_cloudwatch_event_bus_policy: "event_bus_name",
  aws_iam_role_policy: "role",
  aws_iam_policy: "name",
  aws_organizations_policy: "name",
};

/** A guardrail of accounts that the estate has no more guards nothing of it. */
function isOfOtherAccounts(resource: Resource, { model }: Context, accounts: ReadonlySet<string>): boolean {
  const attachments = model.companions(resource, ATTACHMENT, "policy_id");
  const targets = attachments.map((attachment) => attachment.value("target_id").text);
  return targets.length > 0 && targets.every((target) => target !== undefined && !accounts.has(target));
}
