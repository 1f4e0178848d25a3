import { GetObjectCommand, NoSuchKey, paginateListObjectsV2, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { drainStores } from "../../config/drain-stores";
import type { Estate } from "../../config/estate";
import { drainPath } from "../../config/names";
import { sitePlaces } from "../../config/places";
import type { Cloud } from "../aws/cloud";
import { Failure } from "../failure";

/**
 * What became of an item that an export brought home: written there; found there, and newer; or no longer in the enclave
 * by then, so that it was not written.
 */
const fate = z.enum(["written", "found", "erased"]);
/** With the digest of the item as the export had it. */
const imported = z.strictObject({ item: z.string(), fate });
const importedItems = z.strictObject({
  format: z.literal("clover-import-1"),
  items: z.record(z.string(), imported),
});
const arrivedVersions = z.strictObject({ format: z.literal("clover-arrived-1"), versions: z.array(z.string()) });

export type Fate = z.infer<typeof fate>;
export type Imported = z.infer<typeof imported>;
/** By the digest of the item's key. */
export type ImportedItems = ReadonlyMap<string, Imported>;

/** Whether the item has come home: one that was erased first has not, and comes should it be in the enclave again. */
export function isSettled(one: Imported | undefined): boolean {
  return one !== undefined && one.fate !== "erased";
}

/** What has come home so far, by digests. What is in it is never brought again, whatever became of it at home. */
export interface DrainRecord {
  /** Ids of the exports that are imported, every item of them. */
  readonly exports: ReadonlySet<string>;
  /** The items of all of them. */
  readonly items: ImportedItems;
  /** Ids of the versions of objects that were seen at home, as they are in the enclave. */
  readonly arrived: ReadonlySet<string>;
}

/** The drain's record, in its target's bucket: one object for every import that is through, and one for all objects. */
export class DrainRecords {
  private readonly folder;

  static async of(estate: Estate, cloud: Cloud): Promise<DrainRecords> {
    const { bucket, site } = drainStores(estate).target;
    const home = sitePlaces(estate).find(({ stack }) => stack === site)!;
    return new DrainRecords(new S3Client(await cloud.at(home)), bucket, drainPath(estate).recordPrefix);
  }

  constructor(
    private readonly s3: S3Client,
    private readonly bucket: string,
    private readonly prefix: string,
  ) {
    this.folder = `${prefix}/items/`;
  }

  /** @throws Failure when a part of it is not as the drain wrote it: what came home would be brought again */
  async read(): Promise<DrainRecord> {
    const exports = new Set<string>();
    const items = new Map<string, Imported>();
    for await (const page of paginateListObjectsV2({ client: this.s3 }, { Bucket: this.bucket, Prefix: this.folder })) {
      for (const { Key } of page.Contents ?? []) {
        exports.add(Key!.slice(this.folder.length, -".json".length));
        const { items: some } = await this.parse(Key!, importedItems);
        for (const [key, one] of Object.entries(some)) items.set(key, one);
      }
    }
    return { exports, items, arrived: await this.arrived() };
  }

  async writeImport(exported: string, items: ImportedItems): Promise<void> {
    await this.write(`${this.folder}${exported}.json`, {
      format: "clover-import-1",
      items: Object.fromEntries([...items].sort()),
    });
  }

  /** Adds what is seen at home to what was seen before. */
  async addArrived(versions: readonly string[]): Promise<void> {
    const arrived = await this.arrived();
    if (versions.every((version) => arrived.has(version))) return;
    await this.write(this.objects, {
      format: "clover-arrived-1",
      versions: [...new Set([...arrived, ...versions])].sort(),
    });
  }

  private async arrived(): Promise<ReadonlySet<string>> {
    const none = { format: "clover-arrived-1" as const, versions: [] };
    return new Set((await this.parse(this.objects, arrivedVersions, none)).versions);
  }

  private get objects(): string {
    return `${this.prefix}/objects.json`;
  }

  private async parse<T>(Key: string, schema: z.ZodType<T>, otherwise?: T): Promise<T> {
    try {
      const { Body, ReplicationStatus } = await this.s3.send(new GetObjectCommand({ Bucket: this.bucket, Key }));
      if (ReplicationStatus === "REPLICA") {
        throw new Failure(`${this.bucket}/${Key} came out of the enclave, and is no record of the drain: delete it.`);
      }
      return schema.parse(JSON.parse(await Body!.transformToString()));
    } catch (error) {
      if (error instanceof NoSuchKey && otherwise !== undefined) return otherwise;
      if (error instanceof z.ZodError || error instanceof SyntaxError) {
        throw new Failure(`${this.bucket}/${Key} is no record of the drain: restore the version that the drain wrote.`);
      }
      throw error;
    }
  }

  private async write(Key: string, content: object): Promise<void> {
    await this.s3.send(new PutObjectCommand({ Bucket: this.bucket, Key, Body: JSON.stringify(content) }));
  }
}
