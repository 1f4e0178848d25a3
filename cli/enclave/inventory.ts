import { DescribeTableCommand, DynamoDBClient, paginateScan, type AttributeValue } from "@aws-sdk/client-dynamodb";
import {
  HeadObjectCommand,
  ListObjectVersionsCommand,
  S3Client,
  type HeadObjectCommandOutput,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
} from "@aws-sdk/client-s3";
import { canonical } from "../../config/digest";
import { digestOf } from "../../config/drain-evidence";
import type { Settings } from "../aws/cloud";

/** How many objects are asked about at the same time. */
const AT_ONCE = 16;
const CHECKSUMS = ["ChecksumCRC64NVME", "ChecksumSHA256", "ChecksumSHA1", "ChecksumCRC32C", "ChecksumCRC32"] as const;

/** One version of one object. Its key may be somebody's name, so it is never kept: its digest is. */
export interface StoredVersion {
  /** Digest of the object's key. */
  readonly key: string;
  readonly version: string;
  readonly bytes: number;
  /** As S3 computed it, with its algorithm; nothing where it keeps none. */
  readonly checksum?: string;
  /** `COMPLETED`, `PENDING`, `FAILED`, `REPLICA`; nothing for what no rule has been applied to. */
  readonly replication?: string;
  readonly isCurrent: boolean;
}

/** What a store holds, without saying what it is. */
export interface Inventory {
  readonly versions: readonly StoredVersion[];
  /** Digests of the keys whose current version is a delete marker. */
  readonly deleted: readonly string[];
  /** Digest of an item's key → digest of the whole item. */
  readonly items: ReadonlyMap<string, string>;
}

/** Everything that is in a bucket and a table, read through AWS's SDK. */
export async function takeInventory(settings: Settings, store: { bucket: string; table: string }): Promise<Inventory> {
  const s3 = new S3Client(settings);
  const { versions, deleted } = await listVersions(s3, store.bucket);
  return {
    versions: await inTurn(versions, (version) => storedVersion(s3, store.bucket, version)),
    deleted,
    items: await itemsOf(new DynamoDBClient(settings), store.table),
  };
}

async function listVersions(s3: S3Client, Bucket: string) {
  const versions: ObjectVersion[] = [];
  const deleted: string[] = [];
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    const marker = { KeyMarker: page?.NextKeyMarker, VersionIdMarker: page?.NextVersionIdMarker };
    page = await s3.send(new ListObjectVersionsCommand({ Bucket, ...marker }));
    versions.push(...(page.Versions ?? []));
    const current = (page.DeleteMarkers ?? []).filter(({ IsLatest }) => IsLatest);
    deleted.push(...current.map(({ Key }) => digestOf(Key!)));
  } while (page.IsTruncated);
  return { versions, deleted };
}

async function storedVersion(
  s3: S3Client,
  Bucket: string,
  { Key, VersionId, Size, IsLatest }: ObjectVersion,
): Promise<StoredVersion> {
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key, VersionId, ChecksumMode: "ENABLED" }));
  const checksum = checksumOf(head);
  return {
    key: digestOf(Key!),
    version: VersionId!,
    bytes: Size!,
    ...(checksum === undefined ? {} : { checksum }),
    ...(head.ReplicationStatus ? { replication: head.ReplicationStatus } : {}),
    isCurrent: IsLatest ?? false,
  };
}

function checksumOf(head: HeadObjectCommandOutput): string | undefined {
  const algorithm = CHECKSUMS.find((name) => head[name] !== undefined);
  return algorithm && `${algorithm} ${head[algorithm]}`;
}

async function itemsOf(client: DynamoDBClient, TableName: string): Promise<ReadonlyMap<string, string>> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  const names = Table!.KeySchema!.map(({ AttributeName }) => AttributeName!);
  const items = new Map<string, string>();
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    for (const item of Items) {
      const key = Object.fromEntries(names.map((name) => [name, item[name]]));
      items.set(digestOf(canonicalItem(key)), digestOf(canonicalItem(item)));
    }
  }
  return items;
}

/** A set has no order, and bytes are no JSON. */
function canonicalItem(item: Readonly<Record<string, AttributeValue | undefined>>): string {
  const plain: unknown = JSON.parse(
    JSON.stringify(item, function (this: Record<string, unknown>, name: string, value: unknown) {
      const own = this[name];
      if (own instanceof Uint8Array) return Buffer.from(own).toString("base64");
      return ["SS", "NS", "BS"].includes(name) && Array.isArray(value) ? [...value].map(textOf).sort() : value;
    }),
  );
  return canonical(plain);
}

const textOf = (member: unknown) =>
  member instanceof Uint8Array ? Buffer.from(member).toString("base64") : String(member);

/** As many at once as may be, in the order given. */
async function inTurn<T, R>(all: readonly T[], ask: (one: T) => Promise<R>): Promise<readonly R[]> {
  const answers: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < all.length; index = next++) answers[index] = await ask(all[index]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
}
