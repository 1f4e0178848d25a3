import { SilenceAlarms } from "../../../constructs/audit/silence-alarms";
import { auditDeliveries } from "../../../config/audit-deliveries";
import { auditSources } from "../../../config/names";
import { monitorPlace } from "../../../config/places";
import { declaredEstate } from "../../support/estates";
import { lockedStack, Synthesized } from "../../support/synth";

const estate = declaredEstate("production");
const stack = lockedStack(monitorPlace(estate), "monitor");
new SilenceAlarms(stack, "silence", { estate });
const synthesized = new Synthesized(stack);
const rules = synthesized.all("aws_cloudwatch_event_rule");
const alarms = synthesized.all("aws_cloudwatch_metric_alarm");
const patternOf = (name: string) => JSON.parse(rules.find((rule) => rule["name"] === name)!["event_pattern"]);

describe("SilenceAlarms", () => {
  it("watches every account's every service that is never silent for long", () => {
    const loud = auditSources(estate).flatMap((source) =>
      auditDeliveries(estate, source.stack)
        .filter(({ longestSilenceMinutes }) => longestSilenceMinutes !== undefined)
        .map(({ service }) => `clover-monitor-${source.stack}-${service}`),
    );
    expect(rules.map(({ name }) => name).sort()).toEqual([...loud].sort());
    expect(alarms).toHaveLength(loud.length);
    expect(loud).toContain("clover-monitor-dublin-dns-queries");
    // Nothing runs in a planned site that would look a name up.
    expect(loud).not.toContain("clover-monitor-norway-dns-queries");
  });

  it("takes what is not counted for silence", () => {
    for (const alarm of alarms) {
      expect(alarm).toMatchObject({ treat_missing_data: "breaching", threshold: 1, statistic: "Sum" });
      expect(alarm["datapoints_to_alarm"]).toBe(alarm["evaluation_periods"]);
    }
  });

  it("waits for as long as the estate allows: an hour for flow logs, three for digests", () => {
    const waits = Object.fromEntries(
      alarms.map((alarm) => [alarm["alarm_name"], alarm["period"] * alarm["evaluation_periods"]]),
    );
    expect(waits["clover-monitor-silence-dublin-flow-logs"]).toBe(3600);
    expect(waits["clover-monitor-silence-enclave-trail-digests"]).toBe(3 * 3600);
    expect(waits["clover-monitor-silence-dublin-dns-queries"]).toBe(24 * 3600);
  });

  it("listens to an account's own region and folder, and to the intake for what Config delivers", () => {
    expect(patternOf("clover-monitor-enclave-trail-digests")["detail"]).toEqual({
      bucket: { name: ["clover-monitor-enclave-archive-999999999999"] },
      object: { key: [{ prefix: "enclave/AWSLogs/555555555555/CloudTrail-Digest/us-east-1/" }] },
    });
    expect(patternOf("clover-monitor-dublin-config-snapshots")["detail"]["bucket"]).toEqual({
      name: ["clover-monitor-dublin-intake-999999999999"],
    });
  });

  it("takes none of the few rules with wildcards that a bus has", () => {
    for (const rule of rules) expect(rule["event_pattern"]).not.toContain("wildcard");
  });

  it("has names that EventBridge takes", () => {
    for (const { name } of rules) expect(name.length).toBeLessThanOrEqual(64);
  });
});
