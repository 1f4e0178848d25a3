import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import {
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketReplicationCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { Cloud } from "../../cli/aws/cloud";
import type { Estate } from "../../config/estate";
import { archivePurpose, auditSinks, auditSources } from "../../config/names";
import { bucketArn, globalArn } from "../../config/place";
import { monitorPlace } from "../../config/places";

/** A client of the monitor's account in an emulator. */
export async function monitorS3(estate: Estate, url: string): Promise<S3Client> {
  return new S3Client({ ...(await new Cloud(estate, url).at(monitorPlace(estate))), forcePathStyle: true });
}

/**
 * The monitor's archives and intakes as its stack deploys them, as far as a record can see: for tests that need
 * them and no deployment.
 *
 * @param unlocked the stack whose archive is left without default retention
 */
export async function makeArchives(estate: Estate, url: string, unlocked?: string): Promise<void> {
  const place = monitorPlace(estate);
  const kms = new KMSClient(await new Cloud(estate, url).at(place));
  const s3 = await monitorS3(estate, url);
  const location = { CreateBucketConfiguration: { LocationConstraint: "eu-west-2" } } as const;
  for (const { stack } of auditSources(estate)) {
    const { archiveBucket, intakeBucket, keyArn } = auditSinks(estate, stack);
    const Tags = [{ TagKey: "purpose", TagValue: archivePurpose(stack) }];
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Tags }));
    expect(KeyMetadata!.Arn).toBe(keyArn);
    await s3.send(new CreateBucketCommand({ Bucket: archiveBucket, ObjectLockEnabledForBucket: true, ...location }));
    await s3.send(new CreateBucketCommand({ Bucket: intakeBucket, ...location }));
    for (const Bucket of [archiveBucket, intakeBucket]) {
      await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }));
      const byDefault = { SSEAlgorithm: "aws:kms", KMSMasterKeyID: keyArn } as const;
      const Rules = [{ BucketKeyEnabled: true, ApplyServerSideEncryptionByDefault: byDefault }];
      await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules } }));
    }
    if (stack !== unlocked) {
      const Rule = { DefaultRetention: { Mode: "COMPLIANCE", Days: estate.monitor.retentionDays } } as const;
      const ObjectLockConfiguration = { ObjectLockEnabled: "Enabled", Rule } as const;
      await s3.send(new PutObjectLockConfigurationCommand({ Bucket: archiveBucket, ObjectLockConfiguration }));
    }
    const Destination = {
      Bucket: bucketArn(place, archiveBucket),
      EncryptionConfiguration: { ReplicaKmsKeyID: keyArn },
    };
    const Rules = [{ ID: "archive", Status: "Enabled", Priority: 1, Filter: { Prefix: "" }, Destination } as const];
    const ReplicationConfiguration = { Role: globalArn(place, "iam", "role/replication"), Rules };
    await s3.send(new PutBucketReplicationCommand({ Bucket: intakeBucket, ReplicationConfiguration }));
  }
}
