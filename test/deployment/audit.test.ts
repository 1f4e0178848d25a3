import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { readKey } from "../../audit/delivered-key";
import { incidentKey, incidentOf } from "../../audit/incident";
import { ensureEmulator, stopEmulator } from "../../cli/local/emulator";
import type { Estate } from "../../config/estate";
import { loadEstate } from "../../config/load";
import { auditSinks, auditSources } from "../../config/names";
import { makeArchives, monitorS3 } from "../support/archives";
import { TODAY } from "../support/estates";

const ROOT = join(__dirname, "../..");
const MINUTE = 60_000;

const NAME = "audit-rehearsal";
const ESTATE = join(mkdtempSync(join(tmpdir(), "clover-audit-")), `${NAME}.yaml`);
copyFileSync(join(ROOT, "config/environments/local.yaml"), ESTATE);
const estate: Estate = loadEstate(ESTATE, { today: TODAY });

function clover(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const environment = { ...process.env, CLOVER_ESTATE: ESTATE, CLOVER_TODAY: TODAY, ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "cli/clover.mjs"), ...args], {
    encoding: "utf8",
    env: environment,
  });
  return { status, stdout, stderr };
}

/** The settings that `clover local env <stack>` prints. */
function settingsOf(stack: string): Readonly<Record<string, string>> {
  const { stdout } = clover(["local", "env", stack]);
  return Object.fromEntries([...stdout.matchAll(/^export (\w+)='(.*)'$/gm)].map((match) => [match[1]!, match[2]!]));
}

interface Told {
  readonly kind: string;
  readonly stack: string;
  readonly service?: string;
  readonly key?: string;
}

/** Runs in the order written: what is put into the archives stays there. */
describe("the archives of an emulator", () => {
  let s3: S3Client;
  let period: readonly string[];
  let settings: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const { url } = await ensureEmulator(estate, () => {});
    await makeArchives(estate, url);
    s3 = await monitorS3(estate, url);
    settings = settingsOf("monitor");
  }, 2 * MINUTE);
  afterAll(() => stopEmulator(NAME), MINUTE);

  /** Keys of one service in a stack's archive, in order. */
  async function keysOf(stack: string, service: string): Promise<readonly string[]> {
    const source = auditSources(estate).find((one) => one.stack === stack)!;
    const Bucket = auditSinks(estate, stack).archiveBucket;
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket }));
    return Contents!.map(({ Key }) => Key!).filter((key) => readKey(key, source)?.service === service);
  }

  async function findings(): Promise<readonly Told[]> {
    const { stdout, stderr } = clover(["audit", "verify", "--format", "json", ...period], settings);
    if (!stdout) throw new Error(stderr);
    return (JSON.parse(stdout) as { findings: Told[] }).findings;
  }

  it(
    "hold nothing at first, which is never a pass",
    () => {
      const { status, stdout } = clover(["audit", "verify"], settings);
      expect(stdout).toContain("0 objects of 6 stacks, 0 digests");
      expect(stdout).toMatch(/GAP dublin, account 200000000002: flow-logs, eu-west-1: silence: nothing was delivered/);
      expect(status).toBe(1);
    },
    MINUTE,
  );

  it(
    "are clean when every service has delivered, and remain so when it goes on",
    async () => {
      const first = clover(["local", "records", "--hours", "4"]);
      expect(first.stdout).toContain("what they tell of is made up");
      period = /verify (--since \S+ --until \S+)/.exec(first.stdout)![1]!.split(" ");
      const again = clover(["local", "records", "--hours", "4"]);
      expect([first.status, again.status]).toEqual([0, 0]);
      const { status, stdout } = clover(["audit", "verify", ...period], settings);
      expect(stdout).toMatch(
        /Estate audit-rehearsal.* 44 digests with a valid signature, 48 log files proved by them, 0 gaps/,
      );
      expect(stdout).not.toContain("GAP");
      expect(status).toBe(0);
    },
    2 * MINUTE,
  );

  it(
    "tell of an incident until somebody has written that it is closed, and remain clean",
    async () => {
      const alert = { id: "one", source: "aws.cloudtrail", "detail-type": "AWS API Call via CloudTrail" };
      const event = {
        ...alert,
        account: "200000000002",
        region: "eu-west-1",
        time: period[1]!,
        detail: { eventName: "StopLogging" },
      };
      const incident = incidentOf(event, "dublin", new Date());
      const at = { stack: "dublin", id: incident.id, happened: new Date(incident.happenedAt) };
      const put = (Key: string, content: unknown) =>
        s3.send(
          new PutObjectCommand({
            Bucket: auditSinks(estate, "dublin").archiveBucket,
            Key,
            Body: JSON.stringify(content),
          }),
        );
      await put(incidentKey(at), incident);
      await put(incident.event.key, event);
      const open = clover(["audit", "incidents"], settings);
      expect([open.status, open.stdout]).toEqual([
        1,
        expect.stringMatching(/OPEN .* dublin .* high .*: StopLogging .*, in 71 h/),
      ]);
      const one = ["audit", "incident", incident.id.slice(0, 8)];
      const notified = clover([...one, "--notified", "The authority, as C-2026-1"], settings);
      expect([notified.status, notified.stdout]).toEqual([
        0,
        expect.stringMatching(/state +notified[^]*beside it .* notified/),
      ]);
      expect(clover([...one, "--notified", "Another"], settings)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("what is written stays"),
      });
      expect(clover([...one, "--closed", "A rehearsal"], settings).status).toBe(0);
      const { Body } = await s3.send(
        new GetObjectCommand({ Bucket: auditSinks(estate, "dublin").archiveBucket, Key: incidentKey(at, "closed") }),
      );
      expect(JSON.parse(await Body!.transformToString())).toMatchObject({
        incident: incident.id,
        state: "closed",
        by: expect.stringContaining(":900000000009:"),
        note: "A rehearsal",
      });
      const closed = clover(["audit", "incidents"], settings);
      expect([closed.status, closed.stdout]).toEqual([0, expect.stringContaining("1 incident: 1 closed")]);
      expect(clover(["audit", "verify", ...period], settings).status).toBe(0);
      expect(clover(["audit", "incidents"], settingsOf("dublin")).status).toBe(2);
    },
    2 * MINUTE,
  );

  it(
    "can be read as the monitor alone",
    () => {
      const { status, stdout, stderr } = clover(["audit", "verify", ...period], settingsOf("dublin"));
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(
        "are read as the monitor, in account 900000000009, and these credentials are of account 2000",
      );
    },
    MINUTE,
  );

  it(
    "name what was done to them: each gap with its stack and its object",
    async () => {
      const log = (await keysOf("dublin", "trail-logs"))[1]!;
      const digest = (await keysOf("ireland-2", "trail-digests"))[1]!;
      const hidden = (await keysOf("norway", "trail-digests"))[1]!;
      const finding = (await keysOf("organization", "findings"))[0]!;
      const soon = { ObjectLockMode: "COMPLIANCE", ObjectLockRetainUntilDate: new Date(Date.now() + MINUTE) } as const;
      const put = (stack: string, Key: string, Body: Buffer, more = {}) =>
        s3.send(new PutObjectCommand({ Bucket: auditSinks(estate, stack).archiveBucket, Key, Body, ...more }));
      await put("dublin", log, gzipSync('{"Records":[]}'));
      const { Body, Metadata } = await s3.send(
        new GetObjectCommand({ Bucket: auditSinks(estate, "ireland-2").archiveBucket, Key: digest }),
      );
      const content = gunzipSync(await Body!.transformToByteArray()).toString();
      await put("ireland-2", digest, gzipSync(content.replace(/"logFiles":.*/, '"logFiles":[]}')), { Metadata });
      await s3.send(new DeleteObjectCommand({ Bucket: auditSinks(estate, "norway").archiveBucket, Key: hidden }));
      const short = finding.replace(/[0-9a-f]{8}-/, "00000000-");
      await put("organization", short, gzipSync("{}"), soon);
      await put("enclave", "enclave/AWSLogs/500000000005/more/object", gzipSync("{}"));
      const foreign = finding.replace("AWSLogs/100000000001", "AWSLogs/900000000009");
      await put("monitor", foreign.replace(/[0-9a-f]{8}-/, "00000000-"), gzipSync("{}"), {
        ServerSideEncryption: "AES256",
      });

      const told = (await findings()).map(({ kind, stack, key }) => [stack, kind, key]);
      expect(told).toEqual(
        expect.arrayContaining([
          ["dublin", "overwritten", log],
          ["dublin", "log-altered", log],
          ["ireland-2", "overwritten", digest],
          ["ireland-2", "signature-invalid", digest],
          ["norway", "delete-marker", hidden],
          ["norway", "digest-missing", hidden],
          ["organization", "retention-short", short],
          ["enclave", "undeclared", "enclave/AWSLogs/500000000005/more/"],
        ]),
      );
      expect(told.filter(([stack]) => stack === "monitor").map(([, kind]) => kind)).toEqual(["foreign-key"]);
      expect(clover(["audit", "verify", ...period], settings).status).toBe(1);
    },
    2 * MINUTE,
  );

  it(
    "name the account, the source and the time of a gap: here before the first record",
    async () => {
      const [, since, , until] = period as [string, string, string, string];
      const earlier = new Date(Date.parse(since) - 4 * 60 * MINUTE).toISOString();
      const { stdout } = clover(["audit", "verify", "--since", earlier, "--until", until], settings);
      const gap = `from ${earlier.replace(".000", "")} to ${since.replace(".000", "")}, s3://${auditSinks(estate, "monitor").archiveBucket}/`;
      expect(stdout).toContain(
        `GAP monitor, account 900000000009: trail-digests, eu-west-2: time-gap: no digest covers this time\n  ${gap}`,
      );
    },
    MINUTE,
  );
});
