import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import {
  HeadObjectCommand,
  ListObjectVersionsCommand,
  S3Client,
  type HeadObjectCommandOutput,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
} from "@aws-sdk/client-s3";
import { bounded } from "../../audit/bounded";
import { digestOf } from "../../config/drain-evidence";
import type { Settings } from "../aws/cloud";
import { itemDigest, keyDigest, MARKS } from "./items";

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
  /** Versions of the drain's own objects, the export and its record: they end by themselves, at each end on its own day. */
  readonly ofDrain: readonly StoredVersion[];
  /** Digests of the keys whose current version is a delete marker. */
  readonly deleted: readonly string[];
  /** Digest of an item's key → digest of the whole item. */
  readonly items: ReadonlyMap<string, string>;
}

export interface InventoryStore {
  readonly bucket: string;
  readonly table: string;
  /** Where the drain's own objects lie. */
  readonly drainPrefixes: readonly string[];
}

/** Every version and every delete marker of a bucket, as S3 lists them. */
export interface ListedVersions {
  readonly versions: readonly ObjectVersion[];
  /** Keys whose current version is a delete marker. */
  readonly deleted: readonly string[];
}

/** One version among all of its bucket's. */
export const versionId = ({ key, version }: Pick<StoredVersion, "key" | "version">) => `${key} ${version}`;

/**
 * Everything that is in a bucket and a table, read through AWS's SDK.
 *
 * @param compared ids of the versions whose checksum and status are asked for; of all of them by default
 */
export async function takeInventory(
  settings: Settings,
  store: InventoryStore,
  compared?: ReadonlySet<string>,
): Promise<Inventory> {
  const s3 = new S3Client(settings);
  const listed = await listVersions(s3, store.bucket);
  const isOfDrain = (key: string) => store.drainPrefixes.some((prefix) => key.startsWith(`${prefix}/`));
  const stored = await bounded(listed.versions, AT_ONCE, async (version) => ({
    isOfDrain: isOfDrain(version.Key!),
    version: await storedVersion(s3, store.bucket, version, compared),
  }));
  const of = (drain: boolean) => stored.filter((each) => each.isOfDrain === drain).map(({ version }) => version);
  return {
    versions: of(false),
    ofDrain: of(true),
    deleted: listed.deleted.filter((key) => !isOfDrain(key)).map(digestOf),
    items: await takeItems(settings, store.table),
  };
}

export async function listVersions(s3: S3Client, Bucket: string): Promise<ListedVersions> {
  const versions: ObjectVersion[] = [];
  const deleted: string[] = [];
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    const marker = { KeyMarker: page?.NextKeyMarker, VersionIdMarker: page?.NextVersionIdMarker };
    page = await s3.send(new ListObjectVersionsCommand({ Bucket, ...marker }));
    versions.push(...(page.Versions ?? []));
    const current = (page.DeleteMarkers ?? []).filter(({ IsLatest }) => IsLatest);
    deleted.push(...current.map(({ Key }) => Key!));
  } while (page.IsTruncated);
  return { versions, deleted };
}

async function storedVersion(
  s3: S3Client,
  Bucket: string,
  { Key, VersionId, Size, IsLatest }: ObjectVersion,
  compared: ReadonlySet<string> | undefined,
): Promise<StoredVersion> {
  const listed = { key: digestOf(Key!), version: VersionId!, bytes: Size!, isCurrent: IsLatest ?? false };
  if (compared && !compared.has(versionId(listed))) return listed;
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key, VersionId, ChecksumMode: "ENABLED" }));
  const checksum = checksumOf(head);
  return {
    ...listed,
    ...(checksum === undefined ? {} : { checksum }),
    ...(head.ReplicationStatus ? { replication: head.ReplicationStatus } : {}),
  };
}

function checksumOf(head: HeadObjectCommandOutput): string | undefined {
  const algorithm = CHECKSUMS.find((name) => head[name] !== undefined);
  return algorithm && `${algorithm} ${head[algorithm]}`;
}

/** Digest of each item's key → digest of the whole item. */
export async function takeItems(settings: Settings, TableName: string): Promise<ReadonlyMap<string, string>> {
  const client = new DynamoDBClient(settings);
  const items = new Map<string, string>();
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    for (const item of Items.filter(({ subject }) => subject?.S !== MARKS)) {
      items.set(keyDigest(item), itemDigest(item));
    }
  }
  return items;
}
