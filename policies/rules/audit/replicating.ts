import { throughService } from "../through-service";
import type { Kept } from "./archive";
import type { Work } from "../identity/working-role";

/**
 * What S3 does with one object, from an intake into its archive, both under the archive's key; it does not say for whom.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html
 */
export function replicating({ sinks: { intakeBucketArn, archiveBucketArn, keyArn, place } }: Kept): Work {
  const through = { "kms:ViaService": [throughService("s3", place)] };
  const needs = [
    { actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"], resource: intakeBucketArn },
    { actions: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl"], resource: `${intakeBucketArn}/x` },
    { actions: ["s3:ReplicateObject"], resource: `${archiveBucketArn}/x` },
    { actions: ["kms:Decrypt", "kms:Encrypt"], resource: keyArn, context: through },
  ];
  return { service: "s3.amazonaws.com", needs };
}
