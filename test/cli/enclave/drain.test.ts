import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { S3ControlClient } from "@aws-sdk/client-s3-control";
import type { Cloud } from "../../../cli/aws/cloud";
import { Drain } from "../../../cli/enclave/drain";
import type { DrainRecords } from "../../../cli/enclave/drain-record";
import type { Inventory } from "../../../cli/enclave/inventory";
import { digestOf } from "../../../config/drain-evidence";
import { declaredEstate } from "../../support/estates";
import { DRAINED, NOTHING, SOURCE, version } from "./inventories";

const BUCKET = "clover-local-enclave-user-data-500000000005";
const TABLE = "arn:aws:dynamodb:us-east-1:500000000005:table/clover-local-enclave-user-data";
const DAY_MS = 24 * 60 * 60 * 1000;
const region = "us-east-1";
const summary = (id: string) => `enclave-table/AWSDynamoDB/${id}/manifest-summary.json`;
const cloud = { at: async () => ({ region }), hostPrefixed: async () => ({ region }) } as unknown as Cloud;

type Answers = Readonly<Record<string, unknown>>;

/** What is asked of AWS, answered by the name of the command. */
function answering(answers: Answers) {
  const asked: { readonly command: string; readonly input: Record<string, unknown> }[] = [];
  for (const client of [DynamoDBClient, S3Client, S3ControlClient]) {
    jest.spyOn(client.prototype, "send").mockImplementation((async (command: { input: Record<string, unknown> }) => {
      asked.push({ command: command.constructor.name, input: command.input });
      return answers[command.constructor.name] ?? {};
    }) as never);
  }
  return asked;
}

function drain() {
  const told: string[] = [];
  return { drain: new Drain(declaredEstate("local"), cloud, (line) => told.push(line)), told };
}

afterEach(() => jest.restoreAllMocks());

describe("the objects that replication has not copied", () => {
  const left = (key: string, differs = {}) => ({ ...version(key, differs), replication: undefined }) as never;
  const inventory: Inventory = { ...SOURCE, versions: [left("a"), version("b")] };
  const erased: Inventory = {
    ...inventory,
    versions: [...inventory.versions, left("c", { isCurrent: false })],
    deleted: [digestOf("c")],
  };

  it("are copied by a job", async () => {
    const asked = answering({ ListJobsCommand: { Jobs: [] }, CreateJobCommand: { JobId: "job" } });
    const { drain: running, told } = drain();
    await running.copyObjects(inventory, false);
    expect(asked.map(({ command }) => command)).toEqual(["ListJobsCommand", "CreateJobCommand"]);
    expect(told).toEqual(["Objects: job job is started for 1 versions that replication has not copied."]);
  });

  it("are copied too where they are the drain's own, and nothing is asked where there are none", async () => {
    const asked = answering({ ListJobsCommand: { Jobs: [] }, CreateJobCommand: { JobId: "job" } });
    const { drain: running, told } = drain();
    await running.copyObjects({ ...SOURCE, ofDrain: [left("export")] }, false);
    expect(asked).toHaveLength(2);
    await running.copyObjects(SOURCE, false);
    expect(asked).toHaveLength(2);
    expect(told.at(-1)).toBe("Objects: every version is copied or on its way.");
  });

  it("are not copied while one of them is deleted: at home it would not be", async () => {
    const asked = answering({});
    const { drain: running, told } = drain();
    await running.copyObjects(erased, false);
    expect(asked).toEqual([]);
    expect(told.join()).toContain("nothing is copied while 1 versions that nobody has copied are of deleted objects");
  });

  it("are copied once those of deleted objects are ended for good, which touches no other version", async () => {
    const asked = answering({
      ListObjectVersionsCommand: {
        Versions: [
          ...["a-1", "other"].map((VersionId) => ({ Key: "a", VersionId })),
          ...["c-1", "copied"].map((VersionId) => ({ Key: "c", VersionId })),
        ],
        DeleteMarkers: [{ Key: "c", VersionId: "m", IsLatest: true }],
      },
      ListJobsCommand: { Jobs: [] },
      CreateJobCommand: { JobId: "job" },
    });
    const { drain: running, told } = drain();
    await running.copyObjects(erased, true);
    expect(asked.filter(({ command }) => command === "DeleteObjectCommand").map(({ input }) => input)).toEqual([
      { Bucket: BUCKET, Key: "c", VersionId: "c-1" },
    ]);
    expect(told).toEqual([
      "Objects: 1 versions of deleted objects that nobody had copied are ended for good.",
      "Objects: job job is started for 1 versions that replication has not copied.",
    ]);
  });

  it("are not ended where somebody has restored the object meanwhile", async () => {
    const asked = answering({
      ListObjectVersionsCommand: { Versions: [{ Key: "c", VersionId: "c-1" }], DeleteMarkers: [] },
      ListJobsCommand: { Jobs: [] },
      CreateJobCommand: { JobId: "job" },
    });
    await drain().drain.copyObjects(erased, true);
    expect(asked.map(({ command }) => command)).not.toContain("DeleteObjectCommand");
  });
});

describe("the export of the table", () => {
  const ExportArn = `${TABLE}/export/01`;
  const exported = (ExportStatus: string, description: object = {}) => ({
    DescribeTableCommand: { Table: { TableArn: TABLE } },
    ListExportsCommand: { ExportSummaries: [{ ExportArn, ExportStatus }] },
    DescribeExportCommand: {
      ExportDescription: { ExportArn, ExportStatus, S3Bucket: BUCKET, S3Prefix: "enclave-table", ...description },
    },
  });
  const begun = async (answers: Answers, record = NOTHING) => {
    const asked = answering(answers);
    await drain().drain.exportTable(SOURCE, record);
    return asked.some(({ command }) => command === "ExportTableToPointInTimeCommand");
  };
  const imported = { ...NOTHING, exports: new Set(["01"]) };

  it.each<[string, Answers, typeof NOTHING, boolean]>([
    ["begins where there is none", exported("FAILED"), NOTHING, true],
    ["does not begin beside another", exported("IN_PROGRESS"), NOTHING, false],
    ["is not repeated while its copy is needed", exported("COMPLETED", { EndTime: new Date() }), NOTHING, false],
    [
      "is repeated once its copy has ended",
      exported("COMPLETED", { EndTime: new Date(Date.now() - 31 * DAY_MS) }),
      NOTHING,
      true,
    ],
    ["is repeated where it is imported and lacked an item", exported("COMPLETED"), imported, true],
    ["is not repeated once every item has come home", exported("COMPLETED"), DRAINED, false],
    ["begins beside one for another bucket", exported("COMPLETED", { S3Bucket: "other" }), NOTHING, true],
  ])("%s", async (_title, answers, record, expected) => {
    expect(await begun(answers, record)).toBe(expected);
  });

  it("is imported before a newer one that is imported already, whose marks may be left", async () => {
    const asked = answering({
      ListObjectsV2Command: { Contents: ["01", "02", "zz"].map((id) => ({ Key: summary(id) })) },
      GetObjectCommand: { Body: { transformToByteArray: async () => Buffer.from("{}") } },
    });
    const summaries = () =>
      asked.flatMap(({ command, input }) => (command === "GetObjectCommand" ? [input["Key"]] : []));
    const records = (...exports: readonly string[]) =>
      ({ read: async () => ({ ...NOTHING, exports: new Set(exports) }) }) as unknown as DrainRecords;
    // The summary names no files: what is asked for first is all that matters here.
    await drain()
      .drain.importItems(SOURCE, records("zz"))
      .catch(() => undefined);
    expect(summaries()[0]).toBe(summary("02"));
    asked.length = 0;
    await drain()
      .drain.importItems(SOURCE, records("01", "02", "zz"))
      .catch(() => undefined);
    expect(summaries()[0]).toBe(summary("zz"));
  });

  it("is waited for, and asked for no more once every item has come home", async () => {
    answering({ ListObjectsV2Command: { Contents: [] } });
    const { drain: running, told } = drain();
    const recording = (record: typeof NOTHING) => ({ read: async () => record }) as unknown as DrainRecords;
    await running.importItems(SOURCE, recording(NOTHING));
    await running.importItems(SOURCE, recording(DRAINED));
    expect(told).toEqual([
      "Items: no whole export has arrived in dublin yet; run this again.",
      "Items: nothing is left to write.",
    ]);
  });
});
