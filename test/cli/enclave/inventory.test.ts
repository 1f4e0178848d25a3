import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { takeInventory } from "../../../cli/enclave/inventory";
import { itemDigest, keyDigest, type Item } from "../../../cli/enclave/items";
import { digestOf } from "../../../config/drain-evidence";

const STORE = { bucket: "home", table: "home", drainPrefixes: ["enclave-table", "enclave-drained"] };
const ANNA: Item = { subject: { S: "anna" }, record: { S: "profile" }, tags: { SS: ["b", "a"] } };
const MARK: Item = { subject: { S: "clover-drain" }, record: { S: "run" } };
const KEYS = ["anna", "enclave-table/AWSDynamoDB/01/data/1.json.gz", "enclave-tables", "enclave-drained/objects.json"];

/** The keys that are asked about one by one. */
function answering(items: readonly Item[] = []): readonly string[] {
  const heads: string[] = [];
  jest.spyOn(S3Client.prototype, "send").mockImplementation((async (command: { input: { Key?: string } }) => {
    if (command.constructor.name === "HeadObjectCommand") heads.push(command.input.Key!);
    return command.constructor.name === "HeadObjectCommand"
      ? { ReplicationStatus: "COMPLETED", ChecksumCRC32: "x" }
      : {
          Versions: KEYS.map((Key) => ({ Key, VersionId: "1", Size: 10, IsLatest: true })),
          DeleteMarkers: ["gone", "enclave-table/gone"].map((Key) => ({ Key, VersionId: "2", IsLatest: true })),
        };
  }) as never);
  jest.spyOn(DynamoDBClient.prototype, "send").mockImplementation((async () => ({ Items: items })) as never);
  return heads;
}

afterEach(() => jest.restoreAllMocks());

describe("an inventory", () => {
  it("tells the drain's own objects apart from people's, and counts none of its marks as an item", async () => {
    answering([ANNA, MARK]);
    const { versions, ofDrain, deleted, items } = await takeInventory({ region: "eu-west-1" }, STORE);
    expect(versions.map(({ key }) => key)).toEqual([digestOf("anna"), digestOf("enclave-tables")]);
    expect(ofDrain).toHaveLength(2);
    expect(deleted).toEqual([digestOf("gone")]);
    expect([...items.keys()]).toEqual([keyDigest(ANNA)]);
  });

  it("asks about every version, or about those alone that are compared", async () => {
    expect(await asked(undefined)).toEqual([...KEYS].sort());
    expect(await asked(new Set([`${digestOf("anna")} 1`]))).toEqual(["anna"]);
  });

  it("knows an item by its content, however its sets and attributes are ordered", async () => {
    const digests = async (item: Item) => {
      answering([item]);
      return [...(await takeInventory({ region: "eu-west-1" }, STORE)).items];
    };
    const turned = { tags: { SS: ["a", "b"] }, record: ANNA["record"]!, subject: ANNA["subject"]! };
    expect(await digests(turned)).toEqual(await digests(ANNA));
    expect(await digests({ ...ANNA, tags: { SS: ["a"] } })).not.toEqual(await digests(ANNA));
  });

  it.each([
    [
      ["1.50", "15E-1", "+01.5", "1.5"],
      ["1.05", "-1.5", "15", "150"],
    ],
    [
      ["0", "-0.00", "0E+5"],
      ["1", "10"],
    ],
    [
      ["100", "1E+2", "1e2"],
      ["1", "1000"],
    ],
  ])("knows a number by its value: %s", (same, others) => {
    const digest = (N: string) => itemDigest({ ...ANNA, age: { N }, ages: { NS: [N] } });
    expect(new Set(same.map(digest)).size).toBe(1);
    expect(others.map(digest)).not.toContain(digest(same[0]!));
  });
});

async function asked(compared: ReadonlySet<string> | undefined): Promise<readonly string[]> {
  const heads = answering();
  await takeInventory({ region: "eu-west-1" }, STORE, compared);
  return [...heads].sort();
}
