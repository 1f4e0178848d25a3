import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { ArrivedExports } from "../../../cli/enclave/arrived-exports";

const FOLDER = "enclave-table/AWSDynamoDB/01";
const ITEMS = [
  { subject: { S: "one" }, photo: { B: Buffer.from([1, 2]).toString("base64") }, tags: { SS: ["a"] } },
  { subject: { S: "two" }, all: { L: [{ M: { deep: { BS: [Buffer.from([3]).toString("base64")] } } }] } },
];
const data = gzipSync(ITEMS.map((Item) => JSON.stringify({ Item })).join("\n"));
const file = (more: object = {}) => ({
  itemCount: 2,
  md5Checksum: createHash("md5").update(data).digest("base64"),
  dataFileS3Key: `${FOLDER}/data/1.json.gz`,
  ...more,
});

/** A bucket with the files of one export. */
function exported(more: Readonly<Record<string, Buffer | undefined>> = {}, manifest = file(), itemCount = 2) {
  const objects: Record<string, Buffer | undefined> = {
    [`${FOLDER}/manifest-summary.json`]: Buffer.from(
      JSON.stringify({ manifestFilesS3Key: `${FOLDER}/manifest-files.json`, itemCount }),
    ),
    [`${FOLDER}/manifest-files.json`]: Buffer.from(`${JSON.stringify(manifest)}\n`),
    [`${FOLDER}/data/1.json.gz`]: data,
    ...more,
  };
  const s3 = new S3Client({ region: "eu-west-1" });
  s3.send = (async (command: ListObjectsV2Command | GetObjectCommand) => {
    if (command instanceof ListObjectsV2Command) return { Contents: Object.keys(objects).map((Key) => ({ Key })) };
    const found = objects[command.input.Key!];
    if (!found) throw Object.assign(new Error("none"), { name: "NoSuchKey" });
    return { Body: { transformToByteArray: async () => found } };
  }) as never;
  return new ArrivedExports(s3, "home");
}
const SUMMARY = `${FOLDER}/manifest-summary.json`;

describe("an export that has arrived", () => {
  it("is found by its summary, and read with its bytes as bytes", async () => {
    const arrived = exported();
    expect(await arrived.summaries("enclave-table/")).toEqual([SUMMARY]);
    expect(await arrived.items(SUMMARY)).toEqual([
      { subject: { S: "one" }, photo: { B: Buffer.from([1, 2]) }, tags: { SS: ["a"] } },
      { subject: { S: "two" }, all: { L: [{ M: { deep: { BS: [Buffer.from([3])] } } }] } },
    ]);
  });

  it.each([
    ["its list of files", `${FOLDER}/manifest-files.json`],
    ["a file of data", `${FOLDER}/data/1.json.gz`],
  ])("is waited for while %s is on its way", async (_what, key) => {
    expect(await exported({ [key]: undefined }).items(SUMMARY)).toBeUndefined();
  });

  it.each([
    ["a file is another than the manifest names", file({ md5Checksum: "x" }), 2, "its checksum is another"],
    ["a file has not the items that it promises", file({ itemCount: 3 }), 2, "its manifest promises 3"],
    ["the whole has not the items that it promises", file(), 5, "has 2 items and promises 5"],
  ])("fails when %s", async (_title, manifest, itemCount, message) => {
    await expect(exported({}, manifest, itemCount).items(SUMMARY)).rejects.toThrow(message);
  });
});
