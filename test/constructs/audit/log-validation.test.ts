import { join } from "node:path";
import { auditSinks, auditSources } from "../../../config/names";
import { MONITOR, monitorPlace } from "../../../config/places";
import { LogValidation } from "../../../constructs/audit/log-validation";
import { DataKey } from "../../../constructs/encryption/data-key";
import { SignedCode } from "../../../constructs/functions/signed-code";
import { bundleFunction } from "../../../functions/bundle-function";
import { declaredEstate } from "../../support/estates";
import { lockedStack, Synthesized } from "../../support/synth";

const declared = declaredEstate("production");
/** A site may be called as a part of the construct is. */
const calledAsAPart = ["function", "role", "failed"];
const estate = {
  ...declared,
  sites: declared.sites.map((site, index) => ({ ...site, id: calledAsAPart[index]! })),
  monitor: {
    ...declared.monitor,
    archiveKeyArns: Object.fromEntries(
      ["monitor", "organization", ...calledAsAPart, "enclave"].map((id) => [
        id,
        declared.monitor.archiveKeyArns[MONITOR]!,
      ]),
    ),
  },
};
const stack = lockedStack(monitorPlace(estate), "monitor");
const key = new DataKey(stack, "key", {
  purpose: "platform",
  description: "Platform",
  administratorArns: ["arn:aws:iam::999999999999:role/clover-deploy"],
});
new LogValidation(stack, "validation", {
  estate,
  bundle: bundleFunction("echo", join(__dirname, "../../functions/fixtures")),
  code: new SignedCode(stack, "functions", { key, organizationId: estate.monitor.organizationId }),
  key,
});
const synthesized = new Synthesized(stack);

describe("LogValidation", () => {
  it("validates every account's trail every day, the monitor's own among them", () => {
    const schedules = synthesized.all("aws_scheduler_schedule");
    const validated = schedules.map(({ target }) => JSON.parse(target.input).stack);
    expect(validated.sort()).toEqual(
      auditSources(estate)
        .map((source) => source.stack)
        .sort(),
    );
    for (const schedule of schedules) expect(schedule["schedule_expression"]).toBe("cron(0 4 * * ? *)");
  });

  it("raises an alarm on a day that is not proved, and on what Lambda gives up", () => {
    const alarms = synthesized.all("aws_cloudwatch_metric_alarm").filter(({ namespace }) => namespace === "AWS/Lambda");
    expect(alarms.map(({ alarm_name, metric_name, dimensions }) => [alarm_name, metric_name, dimensions])).toEqual([
      ["clover-monitor-echo-dropped", "AsyncEventsDropped", { FunctionName: "clover-monitor-echo" }],
      ["clover-monitor-echo-failed", "Errors", { FunctionName: "clover-monitor-echo" }],
    ]);
  });

  it("misses the verdicts on each trail by themselves, as they are stored in its own archive", () => {
    const alarms = synthesized.all("aws_cloudwatch_metric_alarm").filter(({ namespace }) => namespace === "AWS/Events");
    const sources = [...auditSources(estate)].sort((one, other) => one.stack.localeCompare(other.stack));
    expect(alarms.map(({ alarm_name }) => alarm_name)).toEqual(
      sources.map((source) => `clover-monitor-log-validation-missing-${source.stack}`),
    );
    for (const alarm of alarms) {
      expect(alarm).toMatchObject({ period: 3600, evaluation_periods: 26, treat_missing_data: "breaching" });
    }
    expect(
      synthesized.all("aws_cloudwatch_event_rule").map(({ event_pattern }) => JSON.parse(event_pattern).detail),
    ).toEqual(
      sources.map((source) => ({
        bucket: { name: [auditSinks(estate, source.stack).archiveBucket] },
        object: { key: [{ prefix: `validation/${source.stack}/` }] },
      })),
    );
  });

  it("reads records, and writes beside them alone", () => {
    const permissions = synthesized.all("aws_iam_role_policy").find(({ name }) => name === "work")!;
    const written = Synthesized.statements(permissions).filter(({ Action }) =>
      [Action].flat().includes("s3:PutObject"),
    );
    expect(written.map(({ Resource }) => Resource)).toEqual([
      "arn:aws:s3:::clover-monitor-*-archive-999999999999/validation/*",
    ]);
  });
});
