import { dayFields, folderCovers, isWritabilityCheck, readKey, writeKey } from "../../audit/delivered-key";

const OWNER = { stack: "dublin", account: "200000000002" };
const UNDER = "dublin/AWSLogs/200000000002/";
const FINDINGS = "AWSLogs/200000000002/";
const UUID = "09c5b4bc-3bc7-4897-830f-d7a858325638";

/** Keys as AWS's documentation writes them below the prefix, with the estate's account and regions. */
const DELIVERED = {
  "trail-digests":
    "CloudTrail-Digest/us-east-2/2026/11/24/200000000002_CloudTrail-Digest_us-east-2_clover-dublin-audit_eu-west-1_20261124T150131Z.json.gz",
  "trail-logs":
    "CloudTrail/us-east-2/2026/11/24/200000000002_CloudTrail_us-east-2_20261124T0210Z_Mu0KsOhtH1ar15ZZ.json.gz",
  "network-activity":
    "CloudTrail-NetworkActivity/eu-west-1/2026/11/24/200000000002_CloudTrail-NetworkActivity_eu-west-1_20261124T0210Z_Mu0KsOhtH1ar15ZZ.json.gz",
  "config-snapshots": `Config/eu-west-1/2026/2/4/ConfigSnapshot/200000000002_Config_eu-west-1_ConfigSnapshot_20260204T182319Z_${UUID}.json.gz`,
  "config-history":
    "Config/eu-west-1/2026/2/4/ConfigHistory/200000000002_Config_eu-west-1_ConfigHistory_AWS::EC2::Instance_20260204T122755Z_20260204T182319Z_1.json.gz",
  findings: `GuardDuty/eu-west-1/2026/11/24/${UUID}.jsonl.gz`,
  "flow-logs":
    "vpcflowlogs/eu-west-1/2026/11/24/16/200000000002_vpcflowlogs_eu-west-1_fl-07f38b767c7cd46e3_20261124T1600Z_129a0cf7.log.parquet",
  "dns-queries":
    "vpcdnsquerylogs/vpc-0a1b2c3d4e5f60718/2026/11/24/vpc-0a1b2c3d4e5f60718_vpcdnsquerylogs_200000000002_20261124T0910Z_71584702.log.gz",
  "firewall-logs":
    "network-firewall/alert/eu-west-1/clover-dublin-gateway/2026/11/24/16/200000000002_network-firewall_alert_eu-west-1_clover-dublin-gateway_202611241610_e5c84094.log.gz",
} as const;

const keyOf = (service: string, rest: string) => (service === "findings" ? FINDINGS : UNDER) + rest;

describe("the key of a delivered object", () => {
  it.each(Object.entries(DELIVERED))("of %s is known, and written as it is read", (service, rest) => {
    const read = readKey(keyOf(service, rest), OWNER)!;
    expect(read.service).toBe(service);
    expect(writeKey(OWNER, read.service, read.fields)).toBe(keyOf(service, rest));
  });

  it("tells the region and the time in its name", () => {
    expect(readKey(UNDER + DELIVERED["trail-logs"], OWNER)).toMatchObject({
      region: "us-east-2",
      at: new Date("2026-11-24T02:10:00Z"),
    });
    expect(readKey(UNDER + DELIVERED["firewall-logs"], OWNER)!.at).toEqual(new Date("2026-11-24T16:10:00Z"));
    expect(readKey(UNDER + DELIVERED["config-history"], OWNER)!.at).toEqual(new Date("2026-02-04T18:23:19Z"));
    expect(readKey(FINDINGS + DELIVERED.findings, OWNER)!.at).toBeUndefined();
  });

  it.each([
    ["another stack", (key: string) => key.replace("dublin/", "norway/")],
    ["another account's folder", (key: string) => key.replace("AWSLogs/200000000002", "AWSLogs/300000000003")],
    ["another account's file", (key: string) => key.replace("/200000000002_", "/300000000003_")],
    ["another region's file", (key: string) => key.replace("_us-east-2_", "_eu-west-1_")],
    ["a folder deeper", (key: string) => key.replace("/200000000002_", "/more/200000000002_")],
    ["another kind of file", (key: string) => key.replace(/\.json\.gz$/, ".json")],
    ["an hour that no day has", (key: string) => key.replace("T0210Z", "T2510Z")],
    ["something behind it", (key: string) => `${key}\n`],
  ])("fails when it is of %s", (_, change) => {
    expect(readKey(change(UNDER + DELIVERED["trail-logs"]), OWNER)).toBeUndefined();
  });

  it.each([
    ["findings under the stack's prefix", UNDER + DELIVERED.findings],
    ["another account's findings", `AWSLogs/300000000003/${DELIVERED.findings}`],
    ...(["trail-logs", "config-history"] as const).map((service) => [
      `${service} under no prefix`,
      FINDINGS + DELIVERED[service],
    ]),
  ])("fails when it is of %s", (_, key) => {
    expect(readKey(key!, OWNER)).toBeUndefined();
  });

  it("fails when it cannot be written from its fields", () => {
    expect(() => writeKey(OWNER, "trail-logs", { region: "eu-west-1" })).toThrow("is no key of trail-logs");
  });

  it("of Config's look at its bucket is known for what it is", () => {
    expect(isWritabilityCheck(`${UNDER}Config/ConfigWritabilityCheckFile`, OWNER)).toBe(true);
    expect(isWritabilityCheck(`${UNDER}Config/another`, OWNER)).toBe(false);
  });
});

describe("a folder", () => {
  const [from, to] = [new Date("2026-11-24T10:00:00Z"), new Date("2026-11-25T10:00:00Z")];
  const covers = (folder: string) => folderCovers(folder, OWNER, from, to);

  it.each(Object.entries(DELIVERED).map(([service, rest]) => keyOf(service, rest)))(
    "on the way to %s is known",
    (key) => {
      const at = readKey(key, OWNER)!.at ?? new Date("2026-11-24T12:00:00Z");
      const steps = key.split("/");
      for (let depth = 1; depth < steps.length; depth++) {
        expect(folderCovers(`${steps.slice(0, depth).join("/")}/`, OWNER, at, at)).toBe(true);
      }
    },
  );

  it("of another time is told apart by its year, month and day", () => {
    const trail = `${UNDER}CloudTrail/eu-west-1/`;
    expect(["2026/", "2026/11/", "2026/11/24/", "2026/11/25/"].map((day) => covers(trail + day))).toEqual(
      Array(4).fill(true),
    );
    expect(["2025/", "2026/10/", "2026/12/", "2026/11/23/", "2026/11/26/"].map((day) => covers(trail + day))).toEqual(
      Array(5).fill(false),
    );
    expect(covers(`${UNDER}Config/eu-west-1/2026/11/24/`)).toBe(true);
    expect(covers(`${UNDER}Config/eu-west-1/2026/2/4/`)).toBe(false);
  });

  it("fails when no declared service has it", () => {
    for (const folder of [
      "more/",
      "dublin/more/",
      "norway/",
      "dublin/AWSLogs/300000000003/",
      `${UNDER}elasticloadbalancing/`,
      `${UNDER}GuardDuty/`,
      "AWSLogs/300000000003/",
      `${FINDINGS}CloudTrail/`,
    ]) {
      expect(covers(folder)).toBeUndefined();
    }
  });

  it("of a day is written as each service writes it", () => {
    expect(dayFields(new Date("2026-02-04T07:00:00Z"))).toEqual({
      yyyy: "2026",
      mm: "02",
      dd: "04",
      m: "2",
      d: "4",
      hh: "07",
    });
  });
});
