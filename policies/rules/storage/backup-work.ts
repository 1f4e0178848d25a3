import type { Resource } from "../../model/resource";
import { keyOf } from "../key-of";
import { arnOf } from "../arn-of";
import { usingKey } from "../identity/using-key";
import type { Need } from "../identity/role-needs";
import type { Work } from "../identity/working-role";
import { ownPolicies } from "../own-policies";
import { RECOVERABLE } from "./recoverable";

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
  const guards = ownPolicies(store);
  const { taking = [] } = RECOVERABLE[store.type] ?? {};
  return [
    { actions: taking, resource: arn, guards },
    ...(store.type === "aws_s3_bucket" ? [{ actions: OBJECT, resource: `${arn}/x`, guards }] : []),
  ];
}

/** A key lets in nobody whom its own policy does not. */
function decrypting(store: Resource): readonly Need[] {
  const key = keyOf(store);
  const service = THROUGH[store.type];
  if (!key || !service) return [];
  return [usingKey(["kms:Decrypt"], key, service)];
}

function following({ type, partition, region, account }: Resource): readonly Need[] {
  if (type !== "aws_s3_bucket") return [];
  const resource = `arn:${partition}:events:${region}:${account}:rule/AwsBackupManagedRule-1`;
  return [{ actions: FOLLOWING, resource }];
}
