import { generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { recordTrail } from "../../cli/local/records/trail";
import { emulator } from "./emulator";
import { runBundle } from "./run-bundle";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const BUCKET = "clover-local-monitor-dublin-archive-900000000009";
const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const FINGERPRINT = "31e8b5433410dfb61a9dc45cc65b22ff";
const today = new Date(Math.floor(Date.now() / DAY) * DAY);

/** Answers what CloudTrail alone can: with which keys it signs. */
function signers(): Promise<Server> {
  const Value = pair.publicKey.export({ format: "der", type: "pkcs1" }).toString("base64");
  const server = createServer((_, response) => {
    response.setHeader("content-type", "application/x-amz-json-1.1");
    response.end(JSON.stringify({ PublicKeyList: [{ Fingerprint: FINGERPRINT, Value }] }));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

describe("the bundled log validation, against an emulated S3", () => {
  let stop: () => void = () => {};
  let s3: S3Client;
  let environment: Readonly<Record<string, string>>;
  const run = () => runBundle("log-validation", environment, { stack: "dublin" });

  beforeAll(async () => {
    const [{ url, child }, server] = await Promise.all([emulator(), signers()]);
    stop = () => {
      child.kill();
      server.close();
    };
    const credentials = { accessKeyId: "testing", secretAccessKey: "testing" };
    s3 = new S3Client({ endpoint: url, region: "eu-west-2", forcePathStyle: true, credentials });
    environment = {
      PATH: process.env["PATH"]!,
      PREFIX: "clover-local",
      ACCOUNT: "900000000009",
      AWS_REGION: "eu-west-2",
      AWS_ACCESS_KEY_ID: "testing",
      AWS_SECRET_ACCESS_KEY: "testing",
      AWS_ENDPOINT_URL_S3: url,
      AWS_ENDPOINT_URL_CLOUDTRAIL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    };
    await s3.send(
      new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: "eu-west-2" } }),
    );
  }, MINUTE);
  afterAll(() => stop());

  it(
    "fails when the archive has nobody's records",
    async () => {
      expect(await run()).toBe(`The archive ${BUCKET} must have the records of one account, and has those of 0`);
    },
    MINUTE,
  );

  it(
    "proves the day whole, and keeps the verdict in the archive",
    async () => {
      const recorded = recordTrail({
        stack: "dublin",
        account: "200000000002",
        bucket: BUCKET,
        trailName: "clover-local-dublin-audit",
        home: "eu-west-1",
        region: "eu-west-1",
        signer: { privateKey: pair.privateKey, fingerprint: FINGERPRINT },
        from: new Date(today.getTime() - DAY - 2 * 60 * MINUTE),
        hours: 27,
        logsEachHour: 1,
      });
      for (const { key: Key, body: Body, metadata: Metadata } of recorded) {
        await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, Metadata }));
      }
      expect(await run()).toBe("done");
      const day = new Date(today.getTime() - DAY).toISOString().slice(0, 10).replaceAll("-", "/");
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: `validation/dublin/${day}.json` }));
      expect(JSON.parse(await Body!.transformToString())).toMatchObject({
        stack: "dublin",
        regions: { "eu-west-1": { digests: 24, logs: 24, problems: [] } },
        valid: true,
      });
    },
    MINUTE,
  );
});
