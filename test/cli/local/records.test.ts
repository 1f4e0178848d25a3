import { generateKeyPairSync } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { parquetReadObjects } from "hyparquet";
import { readKey } from "../../../audit/delivered-key";
import { recordsOf, type MadeRecord } from "../../../cli/local/records/records-of";
import { AUDIT_SERVICES, auditDeliveries, type AuditService } from "../../../config/audit-deliveries";
import { auditSources } from "../../../config/names";
import { declaredEstate } from "../../support/estates";

const estate = declaredEstate("local");
const production = declaredEstate("production");
const SPAN = { from: new Date("2026-11-24T10:00:00Z"), until: new Date("2026-11-24T12:00:00Z"), after: new Map() };
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

function recordedIn(judged: typeof estate, stack: string) {
  const source = auditSources(judged).find((one) => one.stack === stack)!;
  const signerOf = async () => ({ privateKey, fingerprint: "f".repeat(32) });
  return recordsOf(judged, source, { ...SPAN, signerOf });
}

const source = auditSources(estate).find(({ stack }) => stack === "dublin")!;
let records: readonly MadeRecord[];
beforeAll(async () => {
  records = await recordedIn(estate, "dublin");
});

const linesOf = (service: AuditService) => {
  const { object } = records.find((record) => readKey(record.object.key, source)!.service === service)!;
  return gunzipSync(object.body).toString().trimEnd().split("\n");
};

describe("a rehearsal's records", () => {
  it("lie where the services put theirs: every one that a site has but network activity", () => {
    const found = new Set(records.map(({ object }) => readKey(object.key, source)!.service));
    expect(found).toEqual(new Set(AUDIT_SERVICES.filter((service) => service !== "network-activity")));
  });

  it("are of the services that a stack has: no flows where there is no network, no lookups where nothing runs", async () => {
    const services = async (stack: string) =>
      new Set((await recordedIn(production, stack)).map(({ service }) => service));
    expect(await services("monitor")).not.toContain("flow-logs");
    const planned = await services("norway");
    expect([planned.has("flow-logs"), planned.has("dns-queries")]).toEqual([true, false]);
    expect(auditDeliveries(production, "norway").find(({ service }) => service === "dns-queries")!.quiet).toBeDefined();
  });

  it("are the same each time that they are made", async () => {
    const again = await recordedIn(estate, "dublin");
    expect(again.map(({ object }) => object)).toEqual(records.map(({ object }) => object));
  });

  it("of flows are Parquet with the default fields, the silent interface among them", async () => {
    const { object } = records.find(({ service }) => service === "flow-logs")!;
    const file = new Uint8Array(object.body).buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows.map(({ log_status, action }) => [log_status, action])).toEqual([
      ["OK", "ACCEPT"],
      ["NODATA", "-"],
    ]);
    expect(Object.keys(rows[0]!)).toEqual(
      "version account_id interface_id srcaddr dstaddr srcport dstport protocol packets bytes start end action log_status".split(
        " ",
      ),
    );
    expect(rows[0]!["account_id"]).toBe(source.account);
  });

  it("of everything else are compressed JSON, one document or a line for each record", () => {
    expect(JSON.parse(linesOf("trail-logs")[0]!)).toMatchObject({
      Records: [{ eventName: "DescribeTrails", recipientAccountId: source.account, awsRegion: "eu-west-1" }],
    });
    expect(JSON.parse(linesOf("config-snapshots")[0]!)).toMatchObject({
      fileVersion: "1.0",
      configurationItems: [{ resourceType: "AWS::IAM::Role", awsAccountId: source.account }],
    });
    expect(JSON.parse(linesOf("dns-queries")[0]!)).toMatchObject({
      account_id: source.account,
      query_name: "s3.eu-west-1.amazonaws.com.",
    });
    expect(JSON.parse(linesOf("findings")[0]!)).toMatchObject({ schemaVersion: "2.0", accountId: source.account });
    expect(JSON.parse(linesOf("firewall-logs")[0]!)).toMatchObject({ firewall_name: "clover-local-dublin-gateway" });
  });
});
