import { BackupClient, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeContinuousBackupsCommand, DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  paginateListAliases,
} from "@aws-sdk/client-kms";
import {
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import {
  backupsPurpose,
  bucketName,
  resourceName,
  USER_DATA_PURPOSE,
  WORKLOAD_LOGS_PURPOSE,
} from "../../../config/names";
import type { StackPlace } from "../../../config/places";
import type { Check } from "./check";
import type { Cloud } from "../../aws/cloud";

/** A bucket that must exist, with the alias of the key that it must be encrypted with. */
export interface ExpectedBucket {
  readonly place: StackPlace;
  readonly purpose: string;
  readonly keyPurpose: string;
  readonly dataClass: string;
}

/** Sids that every bucket policy must have: what no caller may do. */
const DENIALS = ["CustomerProvidedKey", "InsecureTransport", "OldTls", "WrongAlgorithm", "WrongKey"];

/** The ARN of the key that an alias leads to, in its own account and region. */
export async function keyArnOf(cloud: Cloud, prefix: string, place: StackPlace, purpose: string): Promise<string> {
  const kms = new KMSClient(await cloud.at(place));
  const alias = `alias/${resourceName(prefix, place.stack, purpose)}`;
  let target: string | undefined;
  for await (const { Aliases } of paginateListAliases({ client: kms }, {})) {
    target ??= Aliases?.find(({ AliasName }) => AliasName === alias)?.TargetKeyId;
  }
  if (!target) throw new Error(`no key has the alias ${alias}`);
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: target }));
  return KeyMetadata!.Arn!;
}

export function bucketChecks(cloud: Cloud, prefix: string, expected: ExpectedBucket): readonly Check[] {
  const { place, purpose, keyPurpose, dataClass } = expected;
  const Bucket = bucketName(prefix, place.stack, purpose, place.account);
  const s3 = async () => new S3Client({ ...(await cloud.at(place)), forcePathStyle: true });
  const check = (name: string, control: string, expectation: unknown, observe: () => Promise<unknown>): Check => ({
    stack: place.stack,
    name: `${purpose} bucket: ${name}`,
    control,
    expected: expectation,
    observe,
  });
  return [
    check("is in the stack's region", "A1", place.region, async () => {
      return (await (await s3()).send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint ?? "us-east-1";
    }),
    check("is encrypted with the stack's own key, through a bucket key", "B12", ["aws:kms", true, true], async () => {
      const { ServerSideEncryptionConfiguration } = await (await s3()).send(new GetBucketEncryptionCommand({ Bucket }));
      const rule = ServerSideEncryptionConfiguration!.Rules![0]!;
      const applied = rule.ApplyServerSideEncryptionByDefault!;
      const own = await keyArnOf(cloud, prefix, place, keyPurpose);
      return [applied.SSEAlgorithm, applied.KMSMasterKeyID === own, rule.BucketKeyEnabled];
    }),
    check("keeps every version", "G52", "Enabled", async () => {
      return (await (await s3()).send(new GetBucketVersioningCommand({ Bucket }))).Status;
    }),
    check("is closed to the public", "C25", [true, true, true, true], async () => {
      const { PublicAccessBlockConfiguration: block } = await (
        await s3()
      ).send(new GetPublicAccessBlockCommand({ Bucket }));
      return [block!.BlockPublicAcls, block!.BlockPublicPolicy, block!.IgnorePublicAcls, block!.RestrictPublicBuckets];
    }),
    check("owns its objects", "H58", "BucketOwnerEnforced", async () => {
      const { OwnershipControls } = await (await s3()).send(new GetBucketOwnershipControlsCommand({ Bucket }));
      return OwnershipControls!.Rules![0]!.ObjectOwnership;
    }),
    check("denies clear text, old TLS and other keys", "B13", DENIALS, async () => {
      const { Policy } = await (await s3()).send(new GetBucketPolicyCommand({ Bucket }));
      const statements = (JSON.parse(Policy!) as { Statement: { Sid: string; Effect: string }[] }).Statement;
      const denied = statements.filter(({ Effect }) => Effect === "Deny").map(({ Sid }) => Sid);
      return DENIALS.filter((sid) => denied.includes(sid));
    }),
    check("is tagged with its stack and data class", "A1", [place.stack, dataClass], async () => {
      const { TagSet } = await (await s3()).send(new GetBucketTaggingCommand({ Bucket }));
      const value = (key: string) => TagSet!.find(({ Key }) => Key === key)?.Value;
      return [value("stack"), value("data-class")];
    }),
  ];
}

export function keyChecks(cloud: Cloud, prefix: string, place: StackPlace, purpose: string): readonly Check[] {
  const KeyId = () => keyArnOf(cloud, prefix, place, purpose);
  const kms = async () => new KMSClient(await cloud.at(place));
  const check = (name: string, control: string, expected: unknown, observe: () => Promise<unknown>): Check => ({
    stack: place.stack,
    name: `${purpose} key: ${name}`,
    control,
    expected,
    observe,
  });
  return [
    check("is customer-managed, enabled and of one region", "A4", ["CUSTOMER", "Enabled", false], async () => {
      const { KeyMetadata } = await (await kms()).send(new DescribeKeyCommand({ KeyId: await KeyId() }));
      return [KeyMetadata!.KeyManager, KeyMetadata!.KeyState, KeyMetadata!.MultiRegion ?? false];
    }),
    check("rotates every year", "B11", [true, 365], async () => {
      const status = await (await kms()).send(new GetKeyRotationStatusCommand({ KeyId: await KeyId() }));
      return [status.KeyRotationEnabled, status.RotationPeriodInDays];
    }),
    check("gives no administrator its use, and nobody everything", "B17", false, async () => {
      const { Policy } = await (
        await kms()
      ).send(new GetKeyPolicyCommand({ KeyId: await KeyId(), PolicyName: "default" }));
      const statements = (JSON.parse(Policy!) as { Statement: { Sid: string; Action: string[] | string }[] }).Statement;
      return statements.some(({ Sid, Action }) => {
        const actions = [Action].flat();
        return (
          actions.includes("kms:*") ||
          (Sid === "Administration" && actions.some((action) => /crypt|DataKey/.test(action)))
        );
      });
    }),
  ];
}

/** The vault whose lock nobody can shorten, and the log group of the workloads. */
export function keepingChecks(cloud: Cloud, prefix: string, place: StackPlace, backedUp: boolean): readonly Check[] {
  const BackupVaultName = resourceName(prefix, place.stack, USER_DATA_PURPOSE);
  const logGroupName = resourceName(prefix, place.stack, WORKLOAD_LOGS_PURPOSE);
  const own = () => keyArnOf(cloud, prefix, place, USER_DATA_PURPOSE);
  const ofBackups = () => keyArnOf(cloud, prefix, place, backupsPurpose(USER_DATA_PURPOSE));
  const vault: Check = {
    stack: place.stack,
    name: "user-data vault: locked, every backup ends, under a key of its own",
    control: "G52, H63, H65",
    expected: [true, true, true, true],
    observe: async () => {
      const client = new BackupClient(await cloud.at(place));
      const found = await client.send(new DescribeBackupVaultCommand({ BackupVaultName }));
      const { MinRetentionDays: least, MaxRetentionDays: most } = found;
      return [found.Locked, least! >= 35, most! <= 90, found.EncryptionKeyArn === (await ofBackups())];
    },
  };
  const logs: Check = {
    stack: place.stack,
    name: "workload logs: kept for a year at least, under the store's own key",
    control: "B10, H57",
    expected: [true, true],
    observe: async () => {
      const client = new CloudWatchLogsClient(await cloud.at(place));
      const { logGroups } = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }));
      const group = logGroups!.find((candidate) => candidate.logGroupName === logGroupName)!;
      return [group.retentionInDays! >= 365, group.kmsKeyId === (await own())];
    },
  };
  return backedUp ? [vault, logs] : [logs];
}

export function tableChecks(cloud: Cloud, prefix: string, place: StackPlace, kept: boolean): readonly Check[] {
  const TableName = resourceName(prefix, place.stack, "user-data");
  const dynamodb = async () => new DynamoDBClient(await cloud.at(place));
  return [
    {
      stack: place.stack,
      name: `user-data table: own key, one region, ${kept ? "kept" : "destroyable"}`,
      control: kept ? "B10, G52" : "B10, F47",
      expected: ["KMS", true, 0, kept],
      observe: async () => {
        const { Table } = await (await dynamodb()).send(new DescribeTableCommand({ TableName }));
        const own = await keyArnOf(cloud, prefix, place, "user-data");
        return [
          Table!.SSEDescription?.SSEType,
          Table!.SSEDescription?.KMSMasterKeyArn === own,
          Table!.Replicas?.length ?? 0,
          Table!.DeletionProtectionEnabled,
        ];
      },
    },
    {
      stack: place.stack,
      name: "user-data table: restorable to any second",
      control: "H63",
      expected: "ENABLED",
      observe: async () => {
        const { ContinuousBackupsDescription } = await (
          await dynamodb()
        ).send(new DescribeContinuousBackupsCommand({ TableName }));
        return ContinuousBackupsDescription!.PointInTimeRecoveryDescription!.PointInTimeRecoveryStatus;
      },
    },
  ];
}
