import {
  NoSuchKey,
  S3ServiceException,
  type GetObjectCommand,
  type HeadObjectCommand,
  type ListObjectsV2Command,
  type ListObjectVersionsCommand,
  type PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { Keeping } from "../../audit/keeping";

export interface MemoryObject extends Keeping {
  readonly body: Buffer;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface MemoryBucket {
  /** Key → its versions, the latest first; `delete-marker` hides the ones before it. */
  readonly objects: Map<string, (MemoryObject | "delete-marker")[]>;
  lock?: { readonly Mode: string; readonly Days: number };
  versioning?: string;
}

/** A page of a listing is short, so that more than one is needed. */
const PAGE = 7;

/** As much of S3 as an archive is read and written with, with times and locks that a test can choose. */
export function memoryS3(buckets: ReadonlyMap<string, MemoryBucket>): S3Client {
  const answers: Readonly<Record<string, (bucket: MemoryBucket, input: never) => unknown>> = {
    HeadBucketCommand: () => ({}),
    GetBucketVersioningCommand: ({ versioning = "Enabled" }) => ({ Status: versioning }),
    GetObjectLockConfigurationCommand: ({ lock }) => ({
      ObjectLockConfiguration: { Rule: { DefaultRetention: lock } },
    }),
    ListObjectVersionsCommand: list,
    ListObjectsV2Command: listLatest,
    PutObjectCommand: put,
    HeadObjectCommand: head,
    GetObjectCommand: get,
  };
  const send = async (command: { readonly input: { readonly Bucket: string } }) => {
    const bucket = buckets.get(command.input.Bucket);
    if (!bucket) throw Object.assign(new Error("no such bucket"), { name: "NoSuchBucket" });
    return answers[command.constructor.name]!(bucket, command.input as never);
  };
  return { send } as unknown as S3Client;
}

/** A folder is told once, in the place of everything in it. */
function list(
  { objects }: MemoryBucket,
  { Prefix = "", Delimiter, KeyMarker = "" }: ListObjectVersionsCommand["input"],
) {
  const told = [...objects.keys()]
    .filter((key) => key.startsWith(Prefix))
    .map((key) => (!Delimiter ? key : Prefix + (/^[^/]*\/?/.exec(key.slice(Prefix.length))![0] ?? "")));
  const entries = [...new Set(told)].filter((entry) => entry > KeyMarker).sort();
  const page = entries.slice(0, PAGE);
  const versions = page
    .filter((entry) => !entry.endsWith("/"))
    .flatMap((Key) => objects.get(Key)!.map((version, index) => ({ Key, VersionId: String(index), version })));
  return {
    CommonPrefixes: page.filter((entry) => entry.endsWith("/")).map((entry) => ({ Prefix: entry })),
    Versions: versions.flatMap(({ Key, VersionId, version }) =>
      version === "delete-marker" ? [] : [{ Key, VersionId, LastModified: version.deliveredAt }],
    ),
    DeleteMarkers: versions.flatMap(({ Key, VersionId, version }) =>
      version === "delete-marker" ? [{ Key, VersionId, LastModified: new Date(0) }] : [],
    ),
    IsTruncated: entries.length > PAGE,
    NextKeyMarker: page.at(-1),
  };
}

/** As `list`, of what is there for whoever names no version. */
function listLatest(
  { objects }: MemoryBucket,
  { Prefix, Delimiter, StartAfter, ContinuationToken, MaxKeys }: ListObjectsV2Command["input"],
) {
  const there = new Map([...objects].filter(([, [latest]]) => latest !== "delete-marker"));
  const KeyMarker = ContinuationToken ?? StartAfter;
  const { Versions, CommonPrefixes, IsTruncated, NextKeyMarker } = list({ objects: there }, { Bucket: "", Prefix, Delimiter, KeyMarker }); // prettier-ignore
  const Contents = Versions.filter(({ VersionId }) => VersionId === "0").slice(0, MaxKeys);
  return {
    Contents,
    CommonPrefixes,
    KeyCount: Contents.length + CommonPrefixes.length,
    NextContinuationToken: IsTruncated ? NextKeyMarker : undefined,
  };
}

function put({ objects }: MemoryBucket, { Key, Body, IfNoneMatch }: PutObjectCommand["input"]) {
  const versions = objects.get(Key!) ?? [];
  if (IfNoneMatch === "*" && versions.length > 0 && versions[0] !== "delete-marker") {
    throw new S3ServiceException({
      name: "PreconditionFailed",
      $fault: "client",
      $metadata: { httpStatusCode: 412 },
    });
  }
  objects.set(Key!, [{ body: Buffer.from(Body as string), metadata: {}, deliveredAt: new Date() }, ...versions]);
  return {};
}

function head({ objects }: MemoryBucket, { Key, VersionId }: HeadObjectCommand["input"]) {
  const version = objects.get(Key!)![Number(VersionId)] as MemoryObject;
  return {
    LastModified: version.deliveredAt,
    ObjectLockMode: version.lockMode,
    ObjectLockRetainUntilDate: version.retainUntil,
    ServerSideEncryption: version.encryption,
    SSEKMSKeyId: version.keyArn,
  };
}

function get({ objects }: MemoryBucket, { Key, VersionId = "0" }: GetObjectCommand["input"]) {
  const version = objects.get(Key!)?.[Number(VersionId)];
  if (!version || version === "delete-marker") throw new NoSuchKey({ message: "no such key", $metadata: {} });
  return { Body: { transformToByteArray: async () => version.body }, Metadata: version.metadata };
}
