import { generateKeyPairSync } from "node:crypto";
import { readKey } from "../../../audit/delivered-key";
import type { DeliveredObject } from "../../../cli/local/records/delivered-object";
import { recordTrail } from "../../../cli/local/records/trail";
import { validateDay, type ArchiveReader } from "../../../functions/log-validation/validate-day";

const TRAIL = { stack: "dublin", account: "200000000002", bucket: "archive", trailName: "clover-dublin-audit" };
const NOW = new Date("2026-11-24T04:10:00Z");
const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const FINGERPRINT = "31e8b5433410dfb61a9dc45cc65b22ff";

/** What CloudTrail delivered of two regions, from the evening before the day on until the next morning. */
const RECORDED = ["eu-west-1", "us-east-1"].flatMap((region) =>
  recordTrail({
    ...TRAIL,
    home: "eu-west-1",
    region,
    signer: { privateKey: pair.privateKey, fingerprint: FINGERPRINT },
    from: new Date("2026-11-22T22:00:00Z"),
    hours: 30,
    logsEachHour: region === "eu-west-1" ? 1 : 0,
  }),
);

function archive(change: (objects: Map<string, DeliveredObject>) => void = () => {}): ArchiveReader {
  const objects = new Map(RECORDED.map((object) => [object.key, object]));
  change(objects);
  const under = (prefix: string) => [...objects.keys()].filter((key) => key.startsWith(prefix));
  return {
    object: async (key) => {
      const found = objects.get(key);
      return found && { body: found.body, metadata: found.metadata ?? {} };
    },
    publicKeys: async () => [
      { fingerprint: FINGERPRINT, value: pair.publicKey.export({ format: "der", type: "pkcs1" }) },
    ],
    keys: async (prefix) => under(prefix),
    folders: async (prefix) => [
      ...new Set(under(prefix).map((key) => `${prefix}${key.slice(prefix.length).split("/")[0]}/`)),
    ],
  };
}

/** The key of some service's file of an hour of the day. */
function keyOf(service: string, hour: number, region = "eu-west-1"): string {
  const at = new Date(Date.UTC(2026, 10, 23, hour));
  return RECORDED.map(({ key }) => key).find((key) => {
    const read = readKey(key, TRAIL)!;
    const since = read.at!.getTime() - at.getTime();
    return read.service === service && read.region === region && since > 0 && since <= 60 * 60 * 1000;
  })!;
}

const kinds = async (change: (objects: Map<string, DeliveredObject>) => void) => {
  const verdict = await validateDay(TRAIL, archive(change), NOW);
  expect(verdict.valid).toBe(false);
  return Object.values(verdict.regions).flatMap(({ problems }) => problems.map(({ kind }) => kind));
};

describe("validateDay", () => {
  it("proves yesterday whole, in every region that the archive knows", async () => {
    const verdict = await validateDay(TRAIL, archive(), NOW);
    expect(verdict.period).toEqual({ from: "2026-11-23T00:00:00.000Z", to: "2026-11-24T00:00:00.000Z" });
    expect(verdict.regions["eu-west-1"]).toEqual({ digests: 24, logs: 24, problems: [] });
    expect(verdict.regions["us-east-1"]).toEqual({ digests: 24, logs: 0, problems: [] });
    expect(verdict.valid).toBe(true);
  });

  it("fails when a log file is gone", async () => {
    expect(await kinds((objects) => objects.delete(keyOf("trail-logs", 5)))).toEqual(["log-missing"]);
  });

  it("fails when a log file is another", async () => {
    const [one, other] = [keyOf("trail-logs", 5), keyOf("trail-logs", 6)];
    expect(await kinds((objects) => objects.set(one, { ...objects.get(other)!, key: one }))).toEqual(["log-altered"]);
  });

  it("fails when a digest is gone", async () => {
    const found = await kinds((objects) => objects.delete(keyOf("trail-digests", 5)));
    expect(found).toContain("digest-missing");
  });

  it("fails when a region fell silent for the day", async () => {
    const found = await kinds((objects) => {
      for (const key of objects.keys()) {
        const read = readKey(key, TRAIL)!;
        if (read.region === "us-east-1" && read.at! > new Date("2026-11-23T00:00:00Z")) objects.delete(key);
      }
    });
    expect(found).toEqual(["time-gap"]);
  });

  it("fails when there is nothing to look at", async () => {
    const verdict = await validateDay(
      TRAIL,
      archive((objects) => objects.clear()),
      NOW,
    );
    expect(verdict).toMatchObject({ regions: {}, valid: false });
  });
});
