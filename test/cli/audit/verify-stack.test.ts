import { generateKeyPairSync } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { readKey, writeKey } from "../../../audit/delivered-key";
import { verdictKey } from "../../../audit/monitors-own";
import { Archive } from "../../../cli/audit/archive";
import { auditJson, auditText } from "../../../cli/audit/report";
import { verifyStack } from "../../../cli/audit/verify-stack";
import { recordsOf } from "../../../cli/local/records/records-of";
import type { AuditService } from "../../../config/audit-deliveries";
import { auditSinks, auditSources, VERIFICATION_PROBE } from "../../../config/names";
import { declaredEstate } from "../../support/estates";
import { memoryS3, type MemoryBucket, type MemoryObject } from "../../support/memory-s3";

const estate = declaredEstate("local");
const source = auditSources(estate).find(({ stack }) => stack === "dublin")!;
const sinks = auditSinks(estate, "dublin");
const PERIOD = { from: new Date("2026-11-23T16:00:00Z"), to: new Date("2026-11-24T16:00:00Z") };
const DAY = 24 * 60 * 60 * 1000;
const YEAR = 365 * DAY;

const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const PUBLIC = { fingerprint: "f".repeat(32), value: pair.publicKey.export({ format: "der", type: "pkcs1" }) };
const signer = { privateKey: pair.privateKey, fingerprint: PUBLIC.fingerprint };

/** An object as a service delivers it: under the archive's key, locked for a year. */
function kept(body: Buffer, metadata: MemoryObject["metadata"] = {}, deliveredAt = PERIOD.from): MemoryObject {
  const retainUntil = new Date(deliveredAt.getTime() + YEAR);
  return {
    body,
    metadata,
    deliveredAt,
    lockMode: "COMPLIANCE",
    retainUntil,
    encryption: "aws:kms",
    keyArn: sinks.keyArn,
  };
}

/** Key → service, of everything that Dublin's services deliver in the period. */
const services = new Map<string, AuditService>();
let delivered: ReadonlyMap<string, MemoryObject>;

beforeAll(async () => {
  const signerOf = async () => signer;
  const span = { from: PERIOD.from, until: PERIOD.to, after: new Map(), signerOf };
  const records = await recordsOf(estate, source, span);
  for (const { object } of records) services.set(object.key, readKey(object.key, source)!.service);
  delivered = new Map(records.map(({ object }) => [object.key, kept(object.body, object.metadata)]));
});

const keysOf = (service: AuditService) => [...services].filter(([, of]) => of === service).map(([key]) => key);

interface Buckets {
  readonly archive: MemoryBucket;
  readonly intake: MemoryBucket;
}

/** Verifies Dublin after something was done to its buckets. */
async function verify(change: (buckets: Buckets) => void = () => {}, judged = estate) {
  const fresh = (): MemoryBucket => ({ objects: new Map(), lock: { Mode: "COMPLIANCE", Days: 365 } });
  const buckets: Buckets = { archive: fresh(), intake: fresh() };
  for (const [key, object] of delivered) {
    buckets.archive.objects.set(key, [object]);
    if (services.get(key)!.startsWith("config")) buckets.intake.objects.set(key, [object]);
  }
  change(buckets);
  const s3 = memoryS3(
    new Map([
      [sinks.archiveBucket, buckets.archive],
      [sinks.intakeBucket, buckets.intake],
    ]),
  );
  const { account } = estate.monitor;
  const verdict = await verifyStack(judged, source, PERIOD, {
    archive: new Archive(s3, sinks.archiveBucket, account),
    intake: new Archive(s3, sinks.intakeBucket, account),
    publicKeys: async () => [PUBLIC],
  });
  return { ...verdict, told: verdict.findings.map(({ kind, service, key }) => [kind, service, key]) };
}

const put = ({ archive }: Buckets, key: string, object: MemoryObject) => archive.objects.set(key, [object]);

describe("a stack's archive", () => {
  it("is clean when everything was delivered, and says what was looked at", async () => {
    const { findings, objects, proved, sources } = await verify();
    expect(findings).toEqual([]);
    expect(objects).toBe(delivered.size);
    expect(proved).toEqual({ digests: 48, logs: 48 });
    const counts = new Map(sources.map(({ service, objects: count }) => [service, count]));
    expect(counts.get("flow-logs")).toBe(288);
    expect(counts.get("config-snapshots")).toBe(24);
    expect(counts.get("network-activity")).toBe(0);
  });

  it("may hold the monitor's own verdicts and probes, and Config's look at its bucket, as often as they were written", async () => {
    const { findings } = await verify(({ archive }) => {
      const [probe, look] = [kept(Buffer.from("probe")), kept(Buffer.alloc(0))];
      archive.objects.set(VERIFICATION_PROBE, [probe, probe]);
      archive.objects.set(verdictKey("dublin", PERIOD.from), [probe, probe]);
      archive.objects.set(`dublin/AWSLogs/${source.account}/Config/ConfigWritabilityCheckFile`, [look, look]);
    });
    expect(findings).toEqual([]);
  });

  it("fails when nothing was delivered at all", async () => {
    const { told, objects } = await verify(({ archive, intake }) =>
      [archive, intake].forEach((one) => one.objects.clear()),
    );
    expect(objects).toBe(0);
    expect(told).toEqual([
      ["silence", "config-snapshots", undefined],
      ["silence", "flow-logs", undefined],
      ["silence", "dns-queries", undefined],
      ["time-gap", "trail-digests", undefined],
      ["time-gap", "trail-digests", undefined],
    ]);
  });

  it("fails when a source is missing, or was silent for too long, and says from when to when", async () => {
    const missing = await verify(({ archive }) => keysOf("dns-queries").forEach((key) => archive.objects.delete(key)));
    expect(missing.findings).toEqual([
      expect.objectContaining({ kind: "silence", service: "dns-queries", account: source.account, during: PERIOD }),
    ]);
    const silent = await verify(({ archive }) => {
      const hours = keysOf("flow-logs").filter((key) => /T0[34]\d\dZ/.test(key));
      expect(hours).toHaveLength(24);
      hours.forEach((key) => archive.objects.delete(key));
    });
    const during = { from: new Date("2026-11-24T02:55:00Z"), to: new Date("2026-11-24T05:00:00Z") };
    expect(silent.findings).toEqual([expect.objectContaining({ kind: "silence", service: "flow-logs", during })]);
  });

  it("expects no lookups of a planned site", async () => {
    const sites = estate.sites.map((site) => ({ ...site, status: "planned" as const }));
    const { findings, sources } = await verify(
      ({ archive }) => keysOf("dns-queries").forEach((key) => archive.objects.delete(key)),
      { ...estate, sites },
    );
    expect(findings).toEqual([]);
    expect(sources.find(({ service }) => service === "dns-queries")!.quiet).toContain("planned");
  });

  it("fails when a log file or a digest is altered, hidden or written again", async () => {
    const [log, digest] = [keysOf("trail-logs")[7]!, keysOf("trail-digests")[7]!];
    const altered = (key: string) => {
      const object = delivered.get(key)!;
      return { ...object, body: gzipSync(gunzipSync(object.body).toString().replace("2026", "2025")) };
    };
    expect((await verify((all) => put(all, log, altered(log)))).told).toEqual([["log-altered", "trail-digests", log]]);
    const twice = await verify(({ archive }) => archive.objects.set(log, [altered(log), delivered.get(log)!]));
    expect(twice.told).toEqual([
      ["overwritten", "trail-logs", log],
      ["log-altered", "trail-digests", log],
    ]);
    const forged = await verify((all) => put(all, digest, altered(digest)));
    expect(forged.told).toContainEqual(["signature-invalid", "trail-digests", digest]);
    const hidden = await verify(({ archive }) => archive.objects.get(digest)!.unshift("delete-marker"));
    expect(hidden.told).toEqual(
      expect.arrayContaining([
        ["delete-marker", "trail-digests", digest],
        ["digest-missing", "trail-digests", digest],
      ]),
    );
  });

  it("fails when a log file lies there that no digest names, of what used an endpoint too", async () => {
    const log = keysOf("trail-logs")[7]!;
    const unnamed = log.replace(/_[^_]+(\.json\.gz)$/, "_Unnamed0000000000$1");
    const ofEndpoints = unnamed.replace("/CloudTrail/", "/CloudTrail-NetworkActivity/").replace("_CloudTrail_", "_CloudTrail-NetworkActivity_"); // prettier-ignore
    for (const key of [unnamed, ofEndpoints]) {
      expect((await verify((all) => put(all, key, delivered.get(log)!))).told).toEqual([
        ["log-unnamed", "trail-digests", key],
      ]);
    }
  });

  it("fails when digests of a region that it delivered from before stop", async () => {
    const stopped = keysOf("trail-digests")
      .filter((key) => readKey(key, source)!.region === "us-east-1")
      .slice(12);
    const { findings } = await verify(({ archive }) => stopped.forEach((key) => archive.objects.delete(key)));
    const during = { from: new Date("2026-11-24T04:00:00Z"), to: PERIOD.to };
    expect(findings).toEqual([expect.objectContaining({ kind: "time-gap", region: "us-east-1", during })]);
  });

  it("fails when nothing more comes of a region that ever delivered, however long ago", async () => {
    const [digest] = keysOf("trail-digests");
    const once = digest!
      .replaceAll("eu-west-1", "sa-east-1")
      .replaceAll("us-east-1", "sa-east-1")
      .replace(/2026\/\d\d\/\d\d/, "2026/01/05");
    const { findings } = await verify((all) => put(all, once, kept(Buffer.from("x"))));
    expect(findings).toEqual([expect.objectContaining({ kind: "time-gap", region: "sa-east-1", during: PERIOD })]);
  });

  it("fails when an object is not kept as declared", async () => {
    const key = keysOf("findings")[0]!;
    const object = delivered.get(key)!;
    const verdicts = async (change: Partial<MemoryObject>) =>
      (await verify((all) => put(all, key, { ...object, ...change }))).told;
    expect(await verdicts({ lockMode: undefined, retainUntil: undefined })).toEqual([["unlocked", "findings", key]]);
    expect(await verdicts({ lockMode: "GOVERNANCE" })).toEqual([["not-compliance", "findings", key]]);
    expect(await verdicts({ retainUntil: PERIOD.to })).toEqual([["retention-short", "findings", key]]);
    expect(await verdicts({ encryption: "AES256", keyArn: undefined })).toEqual([["foreign-key", "findings", key]]);
  });

  it("fails when the bucket does not keep as declared, or is not there", async () => {
    for (const lock of [undefined, { Mode: "GOVERNANCE", Days: 365 }, { Mode: "COMPLIANCE", Days: 30 }]) {
      expect((await verify(({ archive }) => (archive.lock = lock))).told).toEqual([
        ["archive-unlocked", undefined, undefined],
      ]);
    }
    const suspended = await verify(({ archive }) => (archive.versioning = "Suspended"));
    expect(suspended.told).toEqual([["archive-unlocked", undefined, undefined]]);
    const none = memoryS3(new Map());
    const at = (bucket: string) => new Archive(none, bucket, estate.monitor.account);
    const buckets = { archive: at(sinks.archiveBucket), intake: at(sinks.intakeBucket), publicKeys: async () => [] };
    const { findings, objects } = await verifyStack(estate, source, PERIOD, buckets);
    expect(objects).toBe(0);
    expect(findings.map(({ kind, bucket }) => [kind, bucket])).toEqual([
      ["archive-missing", sinks.archiveBucket],
      ["archive-missing", sinks.intakeBucket],
    ]);
  });

  it.each([
    "more/object",
    "norway/AWSLogs/400000000004/CloudTrail/object",
    `dublin/AWSLogs/${source.account}/elasticloadbalancing/object`,
    `dublin/AWSLogs/${source.account}/CloudTrail/eu-west-1/2026/11/24/more/object`,
    `dublin/AWSLogs/${source.account}/CloudTrail/eu-west-1/2026/11/24/object`,
    `dublin/AWSLogs/${source.account}/GuardDuty/eu-west-1/2026/11/24/object`,
    `AWSLogs/${source.account}/CloudTrail/object`,
    `AWSLogs/${source.account}/GuardDuty/eu-west-1/2026/11/24/object`,
    "AWSLogs/400000000004/GuardDuty/object",
    "verification/another.txt",
    "object",
  ])("fails when something lies where nobody delivers: %s", async (key) => {
    const { findings } = await verify((all) => put(all, key, kept(Buffer.from("x"))));
    expect(findings.map(({ kind }) => kind)).toEqual(["undeclared"]);
    expect(key.startsWith(findings[0]!.key!)).toBe(true);
  });

  it("fails when something came into the intake and did not arrive in the archive", async () => {
    const at = new Date("2026-11-24T14:00:00Z");
    const fields = { region: "eu-west-1", yyyy: "2026", m: "11", d: "24", second: "20261124T140000Z" };
    const key = writeKey(source, "config-snapshots", { ...fields, uuid: "00000000-0000-4000-8000-000000000000" });
    const late =
      (deliveredAt: Date) =>
      ({ intake }: Buckets) =>
        void intake.objects.set(key, [kept(Buffer.from("x"), {}, deliveredAt)]);
    expect((await verify(late(at))).told).toEqual([["not-replicated", "config-snapshots", key]]);
    expect((await verify(late(new Date("2026-11-24T15:30:00Z")))).told).toEqual([]);
  });
});

describe("the report of an archive", () => {
  it("names each gap with account, source and time, and counts by source", async () => {
    const verdict = await verify(({ archive }) => keysOf("flow-logs").forEach((key) => archive.objects.delete(key)));
    const text = auditText(estate, PERIOD, [verdict]);
    expect(text).toContain("GAP dublin, account 200000000002: flow-logs, eu-west-1: silence: nothing was delivered\n");
    expect(text).toContain(
      "  from 2026-11-23T16:00:00Z to 2026-11-24T16:00:00Z, s3://clover-local-monitor-dublin-archive-",
    );
    expect(text).toMatch(/│ dublin │ flow-logs +│ 0 +│ +│ +│ 1 h +│/);
    expect(text).toContain("dublin: no network-activity: written when an endpoint is used");
    expect(text).toMatch(
      /: \d+ objects of 1 stacks, 48 digests with a valid signature, 48 log files proved by them, 1 gaps\n$/,
    );
  });

  it("writes a key as it is, and nothing that a terminal obeys", async () => {
    const verdict = await verify((all) => put(all, "\u001b[1A\nGAP norway/object", kept(Buffer.from("x"))));
    const text = auditText(estate, PERIOD, [verdict]);
    expect(text).toContain("/\\u001b[1A\\nGAP norway/");
    expect(text).not.toMatch(/\u001b|^GAP norway/m);
  });

  it("tells many objects of one kind together, and all of them to programs", async () => {
    const verdict = await verify(({ archive }) => {
      for (const key of keysOf("flow-logs"))
        archive.objects.set(key, [{ ...delivered.get(key)!, encryption: "AES256" }]);
    });
    const text = auditText(estate, PERIOD, [verdict]);
    expect(text.match(/^GAP /gm)).toHaveLength(1);
    expect(text).toContain("  and 283 more; --format json has them all");
    const document = JSON.parse(auditJson(estate, PERIOD, [verdict]));
    expect(document.findings).toHaveLength(288);
    expect(document.summary).toMatchObject({ estate: "local", from: PERIOD.from.toISOString(), findings: 288 });
    expect(document.findings[0]).toMatchObject({
      kind: "foreign-key",
      stack: "dublin",
      account: "200000000002",
      service: "flow-logs",
      message: "it is not encrypted with the archive's key",
    });
  });
});
