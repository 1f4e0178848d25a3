import { CloudTrailClient, ListPublicKeysCommand, type ListPublicKeysCommandOutput } from "@aws-sdk/client-cloudtrail";
import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type ListObjectsV2CommandOutput,
} from "@aws-sdk/client-s3";
import type { Period, PublicKey, StoredObject } from "../../audit/chain";
import { verdictKey } from "../../audit/monitors-own";
import { archivePurpose, bucketName, resourceName } from "../../config/names";
import { MONITOR } from "../../config/places";
import { validateDay, type ArchiveReader, type Trail } from "./validate-day";

const s3 = new S3Client({});

/** The estate's prefix and the monitor's account, which names are made of. */
const { PREFIX, ACCOUNT } = process.env;

/**
 * Validates what one trail recorded yesterday and keeps the verdict in the trail's archive, under its retention. A day
 * that is not valid is a failure of this function, and its alarm is an alert like any other.
 */
export async function handler({ stack }: { readonly stack: string }): Promise<void> {
  const trail = await trailOf(stack);
  const verdict = await validateDay(trail, readerOf(trail.bucket), new Date());
  const Key = verdictKey(stack, new Date(verdict.period.from));
  await s3.send(
    new PutObjectCommand({
      Bucket: trail.bucket,
      Key,
      Body: JSON.stringify(verdict, null, 2),
      ContentType: "application/json",
    }),
  );
  if (verdict.valid) return;
  const found = Object.entries(verdict.regions).map(([region, { digests, problems }]) => {
    return `${region}: ${digests} digests, ${problems.length} problems`;
  });
  throw new Error(`The trail of ${trail.stack} is not proved whole; ${Key} says why. ${found.join("; ")}`);
}

/** Under the names that the estate computes; whose account delivers is what the archive's own policy admits. */
async function trailOf(stack: string): Promise<Trail> {
  const bucket = bucketName(PREFIX!, MONITOR, archivePurpose(stack), ACCOUNT!);
  const accounts = await readerOf(bucket).folders(`${stack}/AWSLogs/`);
  const [account] = accounts.map((folder) => folder.split("/").at(-2)!);
  if (!account || accounts.length > 1) {
    throw new Error(`The archive ${bucket} must have the records of one account, and has those of ${accounts.length}`);
  }
  return { stack, account, bucket, trailName: resourceName(PREFIX!, stack, "audit") };
}

function readerOf(Bucket: string): ArchiveReader {
  return {
    object: (key) => objectIn(Bucket, key),
    publicKeys: publicKeysOf,
    keys: async (Prefix) =>
      (await list({ Bucket, Prefix })).flatMap(({ Contents = [] }) => Contents.map(({ Key }) => Key!)),
    folders: async (Prefix) => {
      const pages = await list({ Bucket, Prefix, Delimiter: "/" });
      return pages.flatMap(({ CommonPrefixes = [] }) => CommonPrefixes.map(({ Prefix: folder }) => folder!));
    },
  };
}

async function objectIn(Bucket: string, Key: string): Promise<StoredObject | undefined> {
  try {
    const { Body, Metadata = {} } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return { body: await Body!.transformToByteArray(), metadata: Metadata };
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** CloudTrail signs in each region with keys of that region, and tells them there alone. */
async function publicKeysOf(region: string, { from, to }: Period): Promise<readonly PublicKey[]> {
  const client = new CloudTrailClient({ region });
  const keys: PublicKey[] = [];
  let NextToken: string | undefined;
  do {
    const command = new ListPublicKeysCommand({ StartTime: from, EndTime: to, NextToken });
    const page: ListPublicKeysCommandOutput = await client.send(command);
    for (const { Fingerprint, Value } of page.PublicKeyList ?? []) {
      keys.push({ fingerprint: Fingerprint!, value: Value! });
    }
    NextToken = page.NextToken;
  } while (NextToken);
  return keys;
}

async function list(asked: { readonly Bucket: string; readonly Prefix: string; readonly Delimiter?: string }) {
  const pages: ListObjectsV2CommandOutput[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page: ListObjectsV2CommandOutput = await s3.send(new ListObjectsV2Command({ ...asked, ContinuationToken }));
    pages.push(page);
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  return pages;
}
