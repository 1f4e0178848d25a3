import { dnsSuffix } from "../../../config/place";
import type { PolicyDocument } from "../../access/document";
import type { Resource } from "../../model/resource";
import { keyOf } from "../../residency/key-of";
import { arnOf } from "../audit/event-queue";
import type { Need, Work } from "../audit/working-role";
import { policiesOf } from "../policy-values";
import { RECOVERABLE } from "./recoverable";

/** A store's own policy, where its type has one: with the resource that carries it, and the attribute that names the store. */
const POLICIES: Readonly<Record<string, readonly [type: string, attribute: string]>> = {
  aws_dynamodb_table: ["aws_dynamodb_resource_policy", "resource_arn"],
  aws_s3_bucket: ["aws_s3_bucket_policy", "bucket"],
};
/** What AWS Backup reads of an object. */
const OBJECT = ["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging", "s3:GetObjectVersion"];
/** By which it follows a bucket. */
const FOLLOWING = ["events:DescribeRule", "events:PutRule", "events:PutTargets"];
/** The service through which the content of some types is decrypted. */
const THROUGH: Readonly<Record<string, string>> = { aws_dynamodb_table: "dynamodb", aws_s3_bucket: "s3" };

/**
 * What AWS Backup does to take the backups of some stores, in a role of their account.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html
 */
export function backingUp(selection: Resource, stores: readonly Resource[]): Work {
  return {
    service: "backup.amazonaws.com",
    saying: { "aws:SourceAccount": [selection.account] },
    needs: stores.flatMap((store) => [...reading(store), ...decrypting(store), ...following(store)]),
  };
}

function reading(store: Resource): readonly Need[] {
  const arn = arnOf(store);
  const guards = guardsOf(store);
  const { taking = [] } = RECOVERABLE[store.type] ?? {};
  const objects = store.type === "aws_s3_bucket" ? OBJECT : [];
  return [
    ...taking.map((action) => ({ action, resource: arn, guards })),
    ...objects.map((action) => ({ action, resource: `${arn}/x`, guards })),
  ];
}

function guardsOf(store: Resource): readonly PolicyDocument[] {
  const [type, attribute] = POLICIES[store.type] ?? [];
  const carriers = type && attribute ? store.companions(type, attribute) : [];
  return [store, ...carriers].flatMap((carrier) => policiesOf(carrier, "resource")).map(({ document }) => document);
}

/** A key lets in nobody whom its own policy does not. */
function decrypting(store: Resource): readonly Need[] {
  const key = keyOf(store);
  const service = THROUGH[store.type];
  if (!key || !service) return [];
  const { partition, region } = store;
  const context = { "kms:ViaService": [`${service}.${region}.${dnsSuffix(partition)}`] };
  const policies = [key, ...key.companions("aws_kms_key_policy", "key_id")].flatMap((one) =>
    policiesOf(one, "resource"),
  );
  const guards = policies.map(({ document }) => document);
  return [{ action: "kms:Decrypt", resource: arnOf(key), context, guards, isSole: true }];
}

function following({ type, partition, region, account }: Resource): readonly Need[] {
  if (type !== "aws_s3_bucket") return [];
  const resource = `arn:${partition}:events:${region}:${account}:rule/AwsBackupManagedRule-1`;
  return FOLLOWING.map((action) => ({ action, resource }));
}
