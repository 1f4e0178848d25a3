import type { DrainPath } from "../../../config/names";
import type { Resource } from "../../model/resource";
import { keyOf } from "../key-of";
import { arnOf } from "../arn-of";
import { usingKey } from "../identity/using-key";
import type { Need } from "../identity/role-needs";
import type { Work } from "../identity/working-role";
import { ownPolicies } from "../own-policies";

/**
 * What S3 does with one object of the enclave's, in the role of the drain, to bring it home. Where the declared target is
 * not judged, its policies are not asked.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html
 */
export function draining(bucket: Resource, path: DrainPath): Work {
  const target = bucket.find(path.targetBucketArn, "aws_s3_bucket");
  return { service: "s3.amazonaws.com", needs: [...reading(bucket), ...writing(target, path)] };
}

function reading(bucket: Resource): readonly Need[] {
  const guards = ownPolicies(bucket);
  const arn = arnOf(bucket);
  const key = keyOf(bucket);
  return [
    { actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"], resource: arn, guards },
    { actions: ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication"], resource: `${arn}/x`, guards },
    ...(key ? [usingKey(["kms:Decrypt"], key, "s3")] : []),
  ];
}

function writing(target: Resource | undefined, path: DrainPath): readonly Need[] {
  const { targetAccount: account, targetRegion: region, targetBucketArn } = path;
  const guards = target ? ownPolicies(target) : [];
  const key = target && keyOf(target);
  return [
    {
      actions: ["s3:ObjectOwnerOverrideToBucketOwner", "s3:ReplicateObject"],
      resource: `${targetBucketArn}/x`,
      ...{ account, region, guards },
    },
    ...(key ? [{ ...usingKey(["kms:Encrypt"], key, "s3"), account, region }] : []),
  ];
}
