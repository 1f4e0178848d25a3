import { join } from "node:path";
import { auditSinks, auditSources } from "../../../config/names";
import { monitorPlace } from "../../../config/places";
import { TrailAlerts } from "../../../constructs/audit/trail-alerts";
import { DataKey } from "../../../constructs/encryption/data-key";
import { SignedCode } from "../../../constructs/functions/signed-code";
import { bundleFunction } from "../../../functions/bundle-function";
import { declaredEstate } from "../../support/estates";
import { lockedStack, Synthesized } from "../../support/synth";

const estate = declaredEstate("production");
const stack = lockedStack(monitorPlace(estate), "monitor");
const key = new DataKey(stack, "key", {
  purpose: "platform",
  description: "Platform",
  administratorArns: ["arn:aws:iam::999999999999:role/clover-deploy"],
});
new TrailAlerts(stack, "trail-alerts", {
  estate,
  bundle: bundleFunction("echo", join(__dirname, "../../functions/fixtures")),
  code: new SignedCode(stack, "functions", { key, organizationId: estate.monitor.organizationId }),
  key,
  busName: "clover-monitor-alerts",
});
const synthesized = new Synthesized(stack);
const rules = synthesized.all("aws_cloudwatch_event_rule");
const patterns = rules.map(({ event_pattern: pattern }) => JSON.parse(pattern as string));

/** Whether a rule hears of a file of a trail. */
const hears = (stackOf: string, region: string) => {
  const source = auditSources(estate).find((one) => one.stack === stackOf)!;
  const file = `${stackOf}/AWSLogs/${source.account}/CloudTrail/${region}/2026/11/24/x.json.gz`;
  const of = patterns.filter(({ detail }) => detail.bucket.name[0] === auditSinks(estate, stackOf).archiveBucket);
  return of.some(({ detail }) => detail.object.key.some(({ prefix }: { prefix: string }) => file.startsWith(prefix)));
};

describe("TrailAlerts", () => {
  it("hears of each trail's files of every region but its account's own", () => {
    expect(rules).toHaveLength(auditSources(estate).length);
    for (const { stack: of, region } of auditSources(estate)) {
      expect(hears(of, region)).toBe(false);
      for (const other of ["us-east-1", "us-east-2", "eu-north-1", "ap-southeast-2", "eu-west-1", "eu-west-3"]) {
        expect([of, other, hears(of, other)]).toEqual([of, other, other !== region]);
      }
    }
  });

  it("has patterns that EventBridge takes: 2048 characters at most", () => {
    const lengths = rules.map(({ event_pattern: pattern }) => (pattern as string).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(2048);
  });

  it("calls the function for each, by a permission of its own, and keeps what it could not be told", () => {
    const targets = synthesized.all("aws_cloudwatch_event_target");
    const permissions = synthesized.all("aws_lambda_permission");
    expect(targets).toHaveLength(rules.length);
    expect(new Set(targets.map(({ rule }) => rule)).size).toBe(rules.length);
    expect(new Set(permissions.map(({ source_arn }) => source_arn)).size).toBe(rules.length);
    for (const target of targets)
      expect(target["dead_letter_config"].arn).toMatch(/aws_sqs_queue\.trail-alerts_untold/);
  });

  it("raises an alarm on a file that cannot be read, that Lambda gives up, and that waits in a queue", () => {
    const alarms = synthesized.all("aws_cloudwatch_metric_alarm");
    const waiting = "ApproximateNumberOfMessagesVisible";
    expect(alarms.map(({ metric_name }) => metric_name).sort()).toEqual([
      waiting,
      waiting,
      "AsyncEventsDropped",
      "Errors",
    ]);
  });

  it("reads trails' files, tells in its own name, and writes nothing", () => {
    const work = synthesized.all("aws_iam_role_policy").find(({ name }) => name === "work")!;
    const statements = Synthesized.statements(work);
    const of = (action: string) => statements.filter(({ Action }) => [Action].flat().includes(action));
    expect(of("s3:GetObject").map(({ Resource }) => Resource)).toEqual([
      "arn:aws:s3:::clover-monitor-*-archive-999999999999/*/AWSLogs/*/CloudTrail/*",
    ]);
    expect(of("events:PutEvents").map(({ Condition }) => Condition)).toEqual([
      { "ForAllValues:StringEquals": { "events:source": "clover.trail" }, Null: { "events:source": "false" } },
    ]);
    expect(of("s3:PutObject")).toEqual([]);
  });
});
