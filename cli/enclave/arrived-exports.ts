import { gunzipSync } from "node:zlib";
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import { createHash } from "node:crypto";
import { Failure } from "../failure";
import type { Item } from "./items";

/** Last part of the name by which an export says that it is whole. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html */
const SUMMARY = "/manifest-summary.json";

interface Summary {
  readonly manifestFilesS3Key: string;
  readonly itemCount: number;
}

interface DataFile {
  readonly dataFileS3Key: string;
  readonly itemCount: number;
  readonly md5Checksum: string;
}

/**
 * Reads the exports that replication has carried into a bucket: those whose every file has arrived.
 *
 * The files of one export arrive in any order, and its summary may be the first of them.
 */
export class ArrivedExports {
  constructor(
    private readonly s3: S3Client,
    private readonly bucket: string,
  ) {}

  /** The summaries of exports under a prefix. */
  async summaries(prefix: string): Promise<readonly string[]> {
    const keys: string[] = [];
    for await (const page of paginateListObjectsV2({ client: this.s3 }, { Bucket: this.bucket, Prefix: prefix })) {
      keys.push(...(page.Contents ?? []).map(({ Key }) => Key!).filter((key) => key.endsWith(SUMMARY)));
    }
    return keys.sort();
  }

  /**
   * The items of one export, or nothing while a file of it is still on its way.
   *
   * @throws Failure when a file is not what its manifest says
   */
  async items(summaryKey: string): Promise<readonly Item[] | undefined> {
    const { manifestFilesS3Key, itemCount } = JSON.parse(String(await this.read(summaryKey))) as Summary;
    const manifest = await this.read(manifestFilesS3Key);
    if (!manifest) return undefined;
    const items: Item[] = [];
    for (const line of manifest.toString().split("\n").filter(Boolean)) {
      const file = JSON.parse(line) as DataFile;
      const data = await this.read(file.dataFileS3Key);
      if (!data) return undefined;
      items.push(...itemsIn(data, file));
    }
    if (items.length !== itemCount) throw new Failure(`An export has ${items.length} items and promises ${itemCount}.`);
    return items;
  }

  private async read(Key: string): Promise<Buffer | undefined> {
    try {
      const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.bucket, Key }));
      return Buffer.from(await Body!.transformToByteArray());
    } catch (error) {
      if ((error as Error).name === "NoSuchKey") return undefined;
      throw error;
    }
  }
}

function itemsIn(data: Buffer, { md5Checksum, itemCount }: DataFile): readonly Item[] {
  if (createHash("md5").update(data).digest("base64") !== md5Checksum) {
    throw new Failure("A file of an export is not the one that its manifest names: its checksum is another.");
  }
  const lines = gunzipSync(data).toString().split("\n").filter(Boolean);
  if (lines.length !== itemCount) {
    throw new Failure(`A file of an export has ${lines.length} items and its manifest promises ${itemCount}.`);
  }
  return lines.map((line) => withBytes((JSON.parse(line) as { Item: Item }).Item) as Item);
}

/** DynamoDB's JSON writes bytes as base64. */
function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (name === "B" && typeof part === "string") return [name, Buffer.from(part, "base64")];
      if (name === "BS" && Array.isArray(part)) return [name, part.map((one) => Buffer.from(String(one), "base64"))];
      return [name, withBytes(part)];
    }),
  );
}
