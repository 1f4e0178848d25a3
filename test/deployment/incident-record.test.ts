import { createHash } from "node:crypto";
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
const BUCKET = "clover-local-monitor-dublin-archive-900000000009";
const ALERT = {
  id: "0c8e2ab1-0000-4000-8000-000000000001",
  source: "aws.guardduty",
  "detail-type": "GuardDuty Finding",
  account: "200000000002",
  region: "eu-west-1",
  time: new Date().toISOString(),
  detail: { id: "3ab0000000000000000000000000000a", type: "Exfiltration:S3/AnomalousBehavior", severity: 8 },
};

describe("the bundled incident record, against an emulated S3 and EventBridge", () => {
  let stop: () => void = () => {};
  let environment: Readonly<Record<string, string>>;
  let s3: S3Client;
  let told: () => Promise<readonly string[]>;

  const run = (event: Readonly<Record<string, unknown>>) => runBundle("incident-record", environment, event);

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
      STACKS: "dublin",
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
    const EventPattern = JSON.stringify({ source: ["clover.incident"] });
    await events.send(new PutRuleCommand({ ...bus, Name: "told", EventPattern }));
    const Arn = `arn:aws:sqs:${REGION}:${QueueUrl!.split("/").at(-2)}:told`;
    await events.send(new PutTargetsCommand({ ...bus, Rule: "told", Targets: [{ Id: "told", Arn }] }));
    told = async () => {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      return Messages.map(({ Body }) => JSON.parse(Body!)["detail-type"]);
    };
  }, MINUTE);
  afterAll(() => stop());

  it(
    "fails when no archive has records of the alert's account",
    async () => {
      expect(await run(ALERT)).toBe("No archive has records of the account 200000000002, of which an alert has come");
    },
    MINUTE,
  );

  it(
    "keeps the incident and its event once, and says that it is open",
    async () => {
      const Key = "dublin/AWSLogs/200000000002/CloudTrail/one";
      await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: "a record" }));
      const read = async () => {
        const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: "incidents/" }));
        const objects = await Promise.all(
          Contents!.map((each) => s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: each.Key! }))),
        );
        return Promise.all(objects.map(({ Body }) => Body!.transformToString()));
      };
      expect(await run(ALERT)).toBe("done");
      const [event, incident] = await read();
      expect(JSON.parse(event!)).toEqual(ALERT);
      expect(JSON.parse(incident!)).toMatchObject({
        state: "open",
        stack: "dublin",
        severity: "high",
        event: { sha256: createHash("sha256").update(event!).digest("hex") },
      });
      expect(await told()).toEqual(["Incident Opened"]);
      expect(await run(ALERT)).toBe("done");
      expect(await read()).toEqual([event, incident]);
    },
    MINUTE,
  );

  it(
    "keeps what is told again of a finding that goes on beside its incident, and says nothing",
    async () => {
      await told();
      const kept = async () =>
        (await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: "incidents/" }))).KeyCount;
      const before = await kept();
      expect(await run({ ...ALERT, id: "0c8e2ab1-0000-4000-8000-000000000002" })).toBe("done");
      expect(await kept()).toBe(before! + 1);
      expect(await told()).toEqual([]);
    },
    MINUTE,
  );

  it(
    "warns of nothing while an incident is young",
    async () => {
      await told();
      expect(await run({})).toBe("done");
      expect(await told()).toEqual([]);
    },
    MINUTE,
  );
});
