import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import type { ChainReader, StoredObject } from "../../audit/chain";
import { readKey } from "../../audit/delivered-key";
import { validateChain } from "../../audit/trail-chain";
import type { DeliveredObject } from "../../cli/local/records/delivered-object";
import { recordTrail } from "../../cli/local/records/trail";

const OWNER = { stack: "dublin", account: "200000000002" };
const TRAIL = { bucket: "archive", trailName: "clover-dublin-audit", home: "eu-west-1", region: "eu-west-1" };
const FROM = new Date("2026-11-23T22:00:00Z");
const HOURS = 4;
const PERIOD = { from: FROM, to: new Date("2026-11-24T02:30:00Z") };
const TOLERANCE = 180;

const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const FINGERPRINT = "31e8b5433410dfb61a9dc45cc65b22ff";
const PUBLIC = { fingerprint: FINGERPRINT, value: pair.publicKey.export({ format: "der", type: "pkcs1" }) };

const RECORDED = recordTrail({
  ...OWNER,
  ...TRAIL,
  signer: { privateKey: pair.privateKey, fingerprint: FINGERPRINT },
  from: FROM,
  hours: HOURS,
  logsEachHour: 2,
});

const serviceOf = (key: string) => readKey(key, OWNER)?.service;
const DIGESTS = RECORDED.filter(({ key }) => serviceOf(key) === "trail-digests").map(({ key }) => key);
const LOGS = RECORDED.filter(({ key }) => serviceOf(key) === "trail-logs").map(({ key }) => key);

/** The archive after something was done to it. */
function archive(change: (objects: Map<string, DeliveredObject>) => void = () => {}) {
  const objects = new Map(RECORDED.map((object) => [object.key, object]));
  change(objects);
  return objects;
}

async function validate(objects: ReadonlyMap<string, DeliveredObject>, keys = [PUBLIC], period = PERIOD) {
  const reader: ChainReader = {
    object: async (key): Promise<StoredObject | undefined> => {
      const found = objects.get(key);
      return found && { body: found.body, metadata: found.metadata ?? {} };
    },
    publicKeys: async () => keys,
  };
  const inPeriod = (key: string) => {
    const at = readKey(key, OWNER)!.at!;
    return at >= period.from && at <= period.to;
  };
  const held = [...objects.keys()].filter(inPeriod);
  const chain = {
    ...OWNER,
    ...TRAIL,
    digestKeys: held.filter((key) => serviceOf(key) === "trail-digests"),
    logKeys: held.filter((key) => serviceOf(key) === "trail-logs"),
  };
  const verdict = await validateChain(chain, period, reader, TOLERANCE);
  return { ...verdict, told: verdict.problems.map(({ kind, key }) => [kind, key]) };
}

const changed = (object: DeliveredObject, change: (text: string) => string): DeliveredObject => ({
  ...object,
  body: gzipSync(change(gunzipSync(object.body).toString())),
});

/** A digest of a log file that was late, signed as the hour's own digest is, and with nothing before it. */
function backfilled(log: DeliveredObject): DeliveredObject {
  const key = DIGESTS[0]!.replace(".json.gz", "_backfill.json.gz");
  const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");
  const digest = JSON.parse(gunzipSync(archive().get(DIGESTS[0]!)!.body).toString());
  const file = { ...digest.logFiles[0], s3Object: log.key, hashValue: sha256(gunzipSync(log.body)) };
  const content = Buffer.from(JSON.stringify({ ...digest, digestS3Object: key, logFiles: [file] }));
  const text = `${digest.digestEndTime}\n${TRAIL.bucket}/${key}\n${sha256(content)}\nnull`;
  const metadata = {
    signature: sign("sha256", Buffer.from(text), pair.privateKey).toString("hex"),
    "signature-algorithm": "SHA256withRSA",
    "backfill-generation-timestamp": "2026-11-26T00:00:00Z",
  };
  return { key, body: gzipSync(content), metadata };
}

describe("a digest chain", () => {
  it("that CloudTrail wrote is valid, and counts what it proves", async () => {
    expect(await validate(archive())).toMatchObject({ digests: HOURS, logs: 2 * HOURS, problems: [] });
  });

  it("of hours without a call is proved by digests without a log file", async () => {
    const silent = recordTrail({
      ...OWNER,
      ...TRAIL,
      signer: { privateKey: pair.privateKey, fingerprint: FINGERPRINT },
      from: FROM,
      hours: HOURS,
      logsEachHour: 0,
    });
    const verdict = await validate(new Map(silent.map((object) => [object.key, object])));
    expect(verdict).toMatchObject({ digests: HOURS, logs: 0, problems: [] });
  });

  it("is followed into the time before the period", async () => {
    const later = { from: new Date("2026-11-24T00:30:00Z"), to: PERIOD.to };
    const verdict = await validate(archive(), [PUBLIC], later);
    expect(verdict).toMatchObject({ digests: 2, logs: 4, problems: [] });
    const before = DIGESTS[1]!;
    expect(
      (
        await validate(
          archive((all) => all.delete(before)),
          [PUBLIC],
          later,
        )
      ).told,
    ).toEqual([["digest-missing", before]]);
    const altered = archive((all) =>
      all.set(
        before,
        changed(all.get(before)!, (text) => `${text} `),
      ),
    );
    expect((await validate(altered, [PUBLIC], later)).told).toEqual([["digest-altered", before]]);
  });

  it("fails when nothing was delivered at all", async () => {
    expect(await validate(new Map())).toMatchObject({
      digests: 0,
      logs: 0,
      problems: [{ kind: "time-gap", during: PERIOD }],
    });
  });

  it("fails when a digest is missing, and tells for which time", async () => {
    const { told, problems } = await validate(archive((all) => all.delete(DIGESTS[1]!)));
    expect(told).toContainEqual(["digest-missing", DIGESTS[1]]);
    const hour = { from: new Date("2026-11-23T23:00:00Z"), to: new Date("2026-11-24T00:00:00Z") };
    expect(problems).toContainEqual({ kind: "time-gap", during: hour });
  });

  it("fails when several digests in a row are missing", async () => {
    const { told, problems } = await validate(archive((all) => DIGESTS.slice(1, 3).forEach((key) => all.delete(key))));
    expect(told).toContainEqual(["digest-missing", DIGESTS[2]]);
    const hours = { from: new Date("2026-11-23T23:00:00Z"), to: new Date("2026-11-24T01:00:00Z") };
    expect(problems).toContainEqual({ kind: "time-gap", during: hours });
  });

  it("fails when the latest digests are missing, which no later one can tell", async () => {
    const { problems } = await validate(archive((all) => DIGESTS.slice(1).forEach((key) => all.delete(key))));
    const since = { from: new Date("2026-11-23T23:00:00Z"), to: PERIOD.to };
    expect(problems).toContainEqual({ kind: "time-gap", during: since });
  });

  it("fails when a log file is missing, altered, or has anything behind its end", async () => {
    const log = LOGS[3]!;
    expect((await validate(archive((all) => all.delete(log)))).told).toEqual([["log-missing", log]]);
    const altered = archive((all) =>
      all.set(
        log,
        changed(all.get(log)!, (text) => text.replace("true", "false")),
      ),
    );
    expect((await validate(altered)).told).toEqual([["log-altered", log]]);
    const behind = (more: Buffer) =>
      archive((all) => all.set(log, { key: log, body: Buffer.concat([all.get(log)!.body, more]) }));
    for (const more of [gzipSync('{"Records":[]}'), Buffer.from("more"), Buffer.alloc(8)]) {
      expect((await validate(behind(more))).told).toEqual([["log-altered", log]]);
    }
  });

  it("fails when a log file lies there that CloudTrail did not write", async () => {
    const forged = LOGS[2]!.replace(/_[0-9a-f]{16}\./, "_0123456789abcdef.");
    const { told } = await validate(archive((all) => all.set(forged, { ...all.get(LOGS[2]!)!, key: forged })));
    expect(told).toEqual([["log-unnamed", forged]]);
  });

  it("fails when a digest is altered, even if it is signed by another", async () => {
    const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const forged = recordTrail({
      ...OWNER,
      ...TRAIL,
      signer: { privateKey: stranger.privateKey, fingerprint: FINGERPRINT },
      from: FROM,
      hours: HOURS,
      logsEachHour: 1,
    });
    const replaced = archive((all) =>
      all.set(
        DIGESTS[2]!,
        forged.find(({ key }) => key === DIGESTS[2])!,
      ),
    );
    const { told } = await validate(replaced);
    expect(told).toContainEqual(["signature-invalid", DIGESTS[2]]);
    expect(told).toContainEqual(["chain-broken", DIGESTS[3]]);
  });

  it("fails when the signature is another digest's, or none", async () => {
    for (const metadata of [{}, archive().get(DIGESTS[0]!)!.metadata!]) {
      const { told } = await validate(archive((all) => all.set(DIGESTS[1]!, { ...all.get(DIGESTS[1]!)!, metadata })));
      expect(told).toContainEqual(["signature-invalid", DIGESTS[1]]);
    }
  });

  it("fails when the region's public keys do not have the one that it names", async () => {
    const { told, digests } = await validate(archive(), [{ ...PUBLIC, fingerprint: "0".repeat(32) }]);
    expect(told).toEqual(DIGESTS.map((key) => ["key-not-found", key]));
    expect(digests).toBe(0);
  });

  it("fails when a digest is put where it does not belong", async () => {
    const { told } = await validate(archive((all) => all.set(DIGESTS[1]!, all.get(DIGESTS[2]!)!)));
    expect(told).toContainEqual(["digest-moved", DIGESTS[1]]);
    const another = await validate(archive((all) => all.set(DIGESTS[1]!, { key: DIGESTS[1]!, body: gzipSync("{}") })));
    expect(another.told).toContainEqual(["digest-unreadable", DIGESTS[1]]);
  });

  it("is completed by a backfilled digest, for a log file that was late", async () => {
    const key = LOGS[0]!.replace(/_[0-9a-f]{16}\./, "_00000000000000ff.");
    const late = { ...changed(archive().get(LOGS[0]!)!, (text) => text.replace("true", "false")), key };
    const digest = backfilled(late);
    const put = (...more: readonly DeliveredObject[]) =>
      archive((all) => more.forEach((object) => all.set(object.key, object)));
    expect((await validate(put(late))).told).toEqual([["log-unnamed", key]]);
    expect(await validate(put(late, digest))).toMatchObject({ digests: HOURS + 1, logs: 2 * HOURS + 1, problems: [] });
    expect((await validate(put(digest))).told).toEqual([["log-missing", key]]);
    const forged = changed(digest, (text) => `${text} `);
    expect((await validate(put(forged))).told).toEqual([["signature-invalid", digest.key]]);
  });

  it("fails when it begins again: recording was stopped, or the trail made anew", async () => {
    const anew = recordTrail({
      ...OWNER,
      ...TRAIL,
      signer: { privateKey: pair.privateKey, fingerprint: FINGERPRINT },
      from: new Date("2026-11-24T01:00:00Z"),
      hours: 1,
      logsEachHour: 2,
    });
    const { told } = await validate(archive((all) => anew.forEach((object) => all.set(object.key, object))));
    expect(told).toEqual([["chain-broken", DIGESTS[3]]]);
  });

  it("fails when any byte of what any file holds is another", async () => {
    const files = RECORDED.map(({ key, body }) => ({ key, content: gunzipSync(body) }));
    const anyByte = fc
      .constantFrom(...files)
      .chain(({ key, content }) => fc.record({ key: fc.constant(key), at: fc.nat(content.length - 1) }));
    await fc.assert(
      fc.asyncProperty(anyByte, fc.integer({ min: 1, max: 255 }), async ({ key, at }, flip) => {
        const objects = archive((all) => {
          const content = gunzipSync(all.get(key)!.body);
          content[at]! ^= flip;
          all.set(key, { ...all.get(key)!, body: gzipSync(content) });
        });
        expect((await validate(objects)).problems).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("fails when any byte of a compressed file is another, unless it holds the same all the same", async () => {
    const anyByte = fc
      .constantFrom(...RECORDED)
      .chain(({ key, body }) => fc.record({ key: fc.constant(key), at: fc.nat(body.length - 1) }));
    await fc.assert(
      fc.asyncProperty(anyByte, fc.integer({ min: 1, max: 255 }), async ({ key, at }, flip) => {
        const body = Buffer.from(archive().get(key)!.body);
        body[at]! ^= flip;
        const { problems } = await validate(archive((all) => all.set(key, { ...all.get(key)!, body })));
        if (problems.length === 0) expect(gunzipSync(body)).toEqual(gunzipSync(archive().get(key)!.body));
      }),
      { numRuns: 200 },
    );
  });

  it("fails when any file is missing", async () => {
    for (const { key } of RECORDED) {
      const { problems } = await validate(archive((all) => all.delete(key)));
      // The latest digest may still be on its way; so may what only it names.
      if (key !== DIGESTS.at(-1)) expect(problems).not.toEqual([]);
    }
  });
});
