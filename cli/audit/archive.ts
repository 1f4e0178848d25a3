import {
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectLockConfigurationCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  S3ServiceException,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { Period, StoredObject } from "../../audit/chain";
import { folderCovers, type KeyOwner } from "../../audit/delivered-key";
import type { Keeping } from "../../audit/keeping";
import { ownFolderCovers } from "../../audit/monitors-own";

const PRECONDITION_FAILED = 412;

/** One version of an object. */
export interface ListedVersion {
  readonly key: string;
  readonly versionId: string;
  readonly deliveredAt: Date;
}

/** What a bucket holds of a period. */
export interface Listing {
  readonly versions: readonly ListedVersion[];
  readonly deleteMarkers: readonly ListedVersion[];
  /** Folders of declared services and of the monitor, also those of another time. */
  readonly folders: readonly string[];
  /** Folders that no declared service has; what is in them is not listed. */
  readonly strangers: readonly string[];
}

/** How a bucket keeps what is put into it. */
export interface BucketLock {
  readonly versioning?: string;
  readonly mode?: string;
  readonly days?: number;
}

/** One bucket of the monitor, read through AWS's SDK. */
export class Archive {
  constructor(
    private readonly s3: S3Client,
    readonly bucket: string,
    /** S3 refuses when the bucket is another account's. */
    private readonly account: string,
  ) {}

  async exists(): Promise<boolean> {
    return this.s3.send(new HeadBucketCommand(this.named)).then(
      () => true,
      (error: Error) => {
        if (error.name === "NotFound" || error.name === "NoSuchBucket") return false;
        throw error;
      },
    );
  }

  async lock(): Promise<BucketLock> {
    const { Status } = await this.s3.send(new GetBucketVersioningCommand(this.named));
    const retention = await this.s3.send(new GetObjectLockConfigurationCommand(this.named)).then(
      ({ ObjectLockConfiguration }) => ObjectLockConfiguration?.Rule?.DefaultRetention,
      (error: Error) => {
        if (error.name === "ObjectLockConfigurationNotFoundError") return undefined;
        throw error;
      },
    );
    return { versioning: Status, mode: retention?.Mode, days: retention?.Days };
  }

  /** Every version in every folder that can hold what was delivered in a period. */
  async list(owner: KeyOwner, period: Period): Promise<Listing> {
    const found = {
      versions: [] as ListedVersion[],
      deleteMarkers: [] as ListedVersion[],
      folders: [] as string[],
      strangers: [] as string[],
    };
    const folders = [""];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      for await (const page of this.pages(folder)) {
        found.versions.push(...(page.Versions ?? []).map(listed));
        found.deleteMarkers.push(...(page.DeleteMarkers ?? []).map(listed));
        for (const { Prefix } of page.CommonPrefixes ?? []) {
          const { from, to } = period;
          const covers = folderCovers(Prefix!, owner, from, to) ?? ownFolderCovers(Prefix!, owner.stack, from, to);
          (covers === undefined ? found.strangers : found.folders).push(Prefix!);
          if (covers) folders.push(Prefix!);
        }
      }
    }
    return found;
  }

  async keeping({ key, versionId }: ListedVersion): Promise<Keeping> {
    const head = await this.s3.send(new HeadObjectCommand({ ...this.named, Key: key, VersionId: versionId }));
    return {
      deliveredAt: head.LastModified!,
      lockMode: head.ObjectLockMode,
      retainUntil: head.ObjectLockRetainUntilDate,
      encryption: head.ServerSideEncryption,
      keyArn: head.SSEKMSKeyId,
    };
  }

  /** Of each object under a prefix, the version that was there first: nothing that is put over it later changes it. */
  async firstVersions(prefix: string): Promise<readonly ListedVersion[]> {
    const first = new Map<string, ListedVersion>();
    for await (const page of this.pages(prefix, {})) {
      for (const version of (page.Versions ?? []).map(listed)) {
        const known = first.get(version.key);
        // S3 tells the latest first.
        if (!known || version.deliveredAt <= known.deliveredAt) first.set(version.key, version);
      }
    }
    return [...first.values()];
  }

  /** What whoever reads the archive gets under a key: the latest version, unless one is named. */
  async object(key: string, versionId?: string): Promise<StoredObject | undefined> {
    try {
      const command = new GetObjectCommand({ ...this.named, Key: key, VersionId: versionId });
      const { Body, Metadata } = await this.s3.send(command);
      return { body: await Body!.transformToByteArray(), metadata: Metadata ?? {} };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  /** Says whether it was written: what is there already stays as it is. */
  async putOnce(key: string, content: unknown): Promise<boolean> {
    const body = { Body: JSON.stringify(content, null, 2), ContentType: "application/json", IfNoneMatch: "*" };
    try {
      await this.s3.send(new PutObjectCommand({ ...this.named, Key: key, ...body }));
      return true;
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === PRECONDITION_FAILED) return false;
      throw error;
    }
  }

  private get named() {
    return { Bucket: this.bucket, ExpectedBucketOwner: this.account };
  }

  private async *pages(
    prefix: string,
    within = { Delimiter: "/" } as object,
  ): AsyncIterable<ListObjectVersionsCommandOutput> {
    let markers = {};
    for (let more = true; more;) {
      const command = new ListObjectVersionsCommand({ ...this.named, Prefix: prefix, ...within, ...markers });
      const page = await this.s3.send(command);
      yield page;
      more = page.IsTruncated ?? false;
      markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    }
  }
}

function listed(version: { readonly Key?: string; readonly VersionId?: string; readonly LastModified?: Date }) {
  return { key: version.Key!, versionId: version.VersionId!, deliveredAt: version.LastModified! };
}
