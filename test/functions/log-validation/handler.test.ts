import { generateKeyPairSync } from "node:crypto";
import { CloudTrailClient, type ListPublicKeysCommand } from "@aws-sdk/client-cloudtrail";
import { S3Client } from "@aws-sdk/client-s3";
import { recordTrail } from "../../../cli/local/records/trail";
import type * as LogValidation from "../../../functions/log-validation/handler";
import { memoryS3, type MemoryBucket } from "../../support/memory-s3";

const BUCKET = "clover-local-monitor-dublin-archive-900000000009";
const VERDICT = "validation/dublin/2026/11/23.json";
const NOW = new Date("2026-11-24T04:10:00Z");
const FINGERPRINT = "31e8b5433410dfb61a9dc45cc65b22ff";
const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** Read as the function starts. */
Object.assign(process.env, { PREFIX: "clover-local", ACCOUNT: "900000000009" });
const { handler } = jest.requireActual<typeof LogValidation>("../../../functions/log-validation/handler");

const RECORDED = recordTrail({
  stack: "dublin",
  account: "200000000002",
  bucket: BUCKET,
  trailName: "clover-local-dublin-audit",
  home: "eu-west-1",
  region: "eu-west-1",
  signer: { privateKey: pair.privateKey, fingerprint: FINGERPRINT },
  from: new Date("2026-11-22T22:00:00Z"),
  hours: 30,
  logsEachHour: 1,
});
const lastLog = RECORDED.map(({ key }) => key).filter((key) => /\/CloudTrail\/eu-west-1\/2026\/11\/23\//.test(key)).at(-1)!; // prettier-ignore

let archive: MemoryBucket;
const askedOf = new Set<string>();

function put(key: string, body: Buffer = Buffer.from("x"), metadata: Readonly<Record<string, string>> = {}): void {
  archive.objects.set(key, [{ body, metadata, deliveredAt: NOW }]);
}

function verdict(): any {
  const [kept] = archive.objects.get(VERDICT) ?? [];
  return kept && kept !== "delete-marker" ? JSON.parse(kept.body.toString()) : undefined;
}

beforeAll(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
  jest
    .spyOn(S3Client.prototype, "send")
    .mockImplementation((command) => memoryS3(new Map([[BUCKET, archive]])).send(command as never));
  // The key that has signed is on the second page.
  jest.spyOn(CloudTrailClient.prototype, "send").mockImplementation(async function (this: CloudTrailClient, command) {
    askedOf.add(await this.config.region());
    if (!(command as unknown as ListPublicKeysCommand).input.NextToken) {
      return { PublicKeyList: [{ Fingerprint: "another", Value: Buffer.from("x") }], NextToken: "more" };
    }
    const Value = pair.publicKey.export({ format: "der", type: "pkcs1" });
    return { PublicKeyList: [{ Fingerprint: FINGERPRINT, Value }] };
  });
});
beforeEach(() => {
  archive = { objects: new Map() };
  for (const { key, body, metadata } of RECORDED) put(key, body, metadata);
  askedOf.clear();
});
afterAll(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe("the function that validates a trail", () => {
  it("keeps the verdict of yesterday in the trail's archive, proved with the keys of the region that signed", async () => {
    await handler({ stack: "dublin" });
    expect(verdict()).toEqual({
      stack: "dublin",
      account: "200000000002",
      trailName: "clover-local-dublin-audit",
      period: { from: "2026-11-23T00:00:00.000Z", to: "2026-11-24T00:00:00.000Z" },
      regions: { "eu-west-1": { digests: 24, logs: 24, problems: [] } },
      valid: true,
    });
    expect([...askedOf]).toEqual(["eu-west-1"]);
  });

  it("fails when the day is not whole, and keeps the verdict that says why", async () => {
    archive.objects.delete(lastLog);
    await expect(handler({ stack: "dublin" })).rejects.toThrow(
      `The trail of dublin is not proved whole; ${VERDICT} says why. eu-west-1: 24 digests, 1 problems`,
    );
    expect(verdict()).toMatchObject({
      valid: false,
      regions: { "eu-west-1": { problems: [{ kind: "log-missing" }] } },
    });
  });

  it.each<[string, () => void, number]>([
    ["nobody's", () => archive.objects.clear(), 0],
    ["two accounts'", () => put("dublin/AWSLogs/400000000004/CloudTrail/one"), 2],
  ])("fails when the archive has %s records, and keeps no verdict", async (_whose, change, count) => {
    change();
    await expect(handler({ stack: "dublin" })).rejects.toThrow(
      `The archive ${BUCKET} must have the records of one account, and has those of ${count}`,
    );
    expect(verdict()).toBeUndefined();
  });

  it("fails when a record cannot be read, and keeps no verdict: that is no finding about the trail", async () => {
    const memory = memoryS3(new Map([[BUCKET, archive]]));
    const send = jest.spyOn(S3Client.prototype, "send").mockImplementation(async (command) => {
      if (command.constructor.name === "GetObjectCommand")
        throw Object.assign(new Error("denied"), { name: "AccessDenied" });
      return memory.send(command as never);
    });
    await expect(handler({ stack: "dublin" })).rejects.toThrow("denied");
    expect(verdict()).toBeUndefined();
    send.mockImplementation((command) => memory.send(command as never));
  });
});
