import { gzipSync } from "node:zlib";
import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { emulator } from "./emulator";
import { runBundle } from "./run-bundle";

const MINUTE = 60_000;
const REGION = "eu-west-2";
const BUCKET = "clover-local-monitor-organization-archive-900000000009";
const TRAIL = "organization/AWSLogs/100000000001/CloudTrail";
const FILE = `${TRAIL}/us-east-1/2026/11/24/100000000001_CloudTrail_us-east-1_20261124T1000Z_one.json.gz`;

const record = (eventID: string, eventName: string, more: object = {}) => ({
  eventVersion: "1.11",
  userIdentity: { type: "AssumedRole", accessKeyId: "ASIA0000000000000001" },
  eventTime: "2026-11-24T09:57:00Z",
  eventSource: "organizations.amazonaws.com",
  eventName,
  awsRegion: "us-east-1",
  eventID,
  readOnly: false,
  eventType: "AwsApiCall",
  recipientAccountId: "100000000001",
  ...more,
});
const RECORDS = [
  record("one", "DetachPolicy", { requestParameters: { policyId: "p-1" } }),
  record("two", "ListPolicies", { readOnly: true }),
  record("three", "ConsoleLogin", {
    eventSource: "signin.amazonaws.com",
    eventType: "AwsConsoleSignIn",
    userIdentity: { type: "Root", accountId: "100000000001" },
  }),
  // More than one call of PutEvents takes.
  ...Array.from({ length: 12 }, (_, index) =>
    record(`more-${index}`, "PutRolePolicy", { eventSource: "iam.amazonaws.com" }),
  ),
];

describe("the bundled function that tells what trails record, against an emulated S3 and EventBridge", () => {
  let stop: () => void = () => {};
  let environment: Readonly<Record<string, string>>;
  let s3: S3Client;
  let told: () => Promise<readonly Record<string, any>[]>;
  const arrived = (key: string, name = BUCKET) =>
    runBundle("trail-alerts", environment, { detail: { bucket: { name }, object: { key } } });
  const put = (Key: string, Body: Uint8Array | string) => s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));

  beforeAll(async () => {
    const { url, child } = await emulator();
    stop = () => child.kill();
    const client = {
      endpoint: url,
      region: REGION,
      credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
    };
    s3 = new S3Client({ ...client, forcePathStyle: true });
    environment = {
      PATH: process.env["PATH"]!,
      PREFIX: "clover-local",
      ACCOUNT: "900000000009",
      BUS: "alerts",
      STACKS: "organization,monitor",
      BREAK_GLASS: "arn:aws:iam::100000000001:role/clover-break-glass",
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: "testing",
      AWS_SECRET_ACCESS_KEY: "testing",
      AWS_ENDPOINT_URL_S3: url,
      AWS_ENDPOINT_URL_EVENTBRIDGE: url,
    };
    await s3.send(
      new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: REGION } }),
    );
    const [events, sqs] = [new EventBridgeClient(client), new SQSClient(client)];
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "told" }));
    const bus = { EventBusName: "alerts" };
    await events.send(new CreateEventBusCommand({ Name: "alerts" }));
    await events.send(new PutRuleCommand({ ...bus, Name: "told", EventPattern: '{"source":["clover.trail"]}' }));
    const Arn = `arn:aws:sqs:${REGION}:${QueueUrl!.split("/").at(-2)}:told`;
    await events.send(new PutTargetsCommand({ ...bus, Rule: "told", Targets: [{ Id: "told", Arn }] }));
    told = async () => {
      const all: Record<string, any>[] = [];
      for (;;) {
        const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
        if (Messages.length === 0) return all;
        all.push(...Messages.map(({ Body }) => JSON.parse(Body!)));
      }
    };
  }, MINUTE);
  afterAll(() => stop());

  it(
    "tells of what matters in a file that has arrived, each record as it is",
    async () => {
      await put(FILE, gzipSync(JSON.stringify({ Records: RECORDS })));
      expect(await arrived(FILE)).toBe("done");
      const events = await told();
      expect(events.map((event) => event["detail-type"]).slice(0, 2)).toEqual(["Organization Changed", "Root Used"]);
      expect(events).toHaveLength(14);
      expect(events[0]).toMatchObject({ source: "clover.trail", time: "2026-11-24T09:57:00Z", detail: RECORDS[0] });
    },
    MINUTE,
  );

  it(
    "tells the same again, by the same ids, when it is told of a file twice",
    async () => {
      const ids = async () => {
        expect(await arrived(FILE)).toBe("done");
        return (await told()).map(({ detail }) => detail.eventID);
      };
      const first = await ids();
      expect(first).toHaveLength(14);
      expect(await ids()).toEqual(first);
    },
    MINUTE,
  );

  it(
    "has an incident opened of the account whose trail it is, once",
    async () => {
      const open = async () => {
        expect(await arrived(FILE)).toBe("done");
        const [changed] = await told();
        // The emulator's account stands for the monitor's.
        return runBundle("incident-record", environment, { ...changed, account: "900000000009" });
      };
      expect([await open(), await open()]).toEqual(["done", "done"]);
      const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: "incidents/" }));
      const keys = Contents!.map(({ Key }) => Key!);
      expect(keys).toHaveLength(2);
      const { Body } = await s3.send(
        new GetObjectCommand({ Bucket: BUCKET, Key: keys.find((key) => !key.includes(".event-"))! }),
      );
      expect(JSON.parse(await Body!.transformToString())).toMatchObject({
        what: "Organization Changed: DetachPolicy",
        stack: "organization",
        account: "100000000001",
        region: "us-east-1",
        happenedAt: "2026-11-24T09:57:00.000Z",
      });
    },
    MINUTE,
  );

  it(
    "fails on whatever it cannot read, and tells of nothing in it",
    async () => {
      const damaged = FILE.replace("_one", "_two");
      await put(damaged, "no gzip");
      expect(await arrived(damaged)).toBe(`${damaged} cannot be read: it is no gzip file, or a damaged one`);
      expect(await arrived(FILE.replace("_one", "_three"))).toBe("The specified key does not exist.");
      expect(await arrived(FILE.replace(".json.gz", ".txt"))).toMatch(
        "is no log file of a trail that the monitor keeps",
      );
      expect(await arrived(FILE.replace(/^organization/, "other"))).toMatch("is no log file of a trail");
      expect(await arrived(FILE, "another-bucket")).toMatch("lies in another-bucket, and belongs into");
      expect(await told()).toEqual([]);
    },
    MINUTE,
  );
});
