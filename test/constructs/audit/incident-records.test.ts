import { join } from "node:path";
import { monitorPlace } from "../../../config/places";
import { IncidentRecords } from "../../../constructs/audit/incident-records";
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
new IncidentRecords(stack, "incidents", {
  estate,
  bundle: bundleFunction("echo", join(__dirname, "../../functions/fixtures")),
  code: new SignedCode(stack, "functions", { key, organizationId: estate.monitor.organizationId }),
  key,
  busName: "clover-monitor-alerts",
});
const synthesized = new Synthesized(stack);

describe("IncidentRecords", () => {
  it("calls the function for what no ordinary day has, each rule with a permission of its own", () => {
    const rules = synthesized.all("aws_cloudwatch_event_rule");
    expect(rules.map(({ name }) => name).sort()).toEqual([
      "clover-monitor-incident-alarms",
      "clover-monitor-incident-config-stop",
      "clover-monitor-incident-detection-stop",
      "clover-monitor-incident-drift",
      "clover-monitor-incident-root-use",
      "clover-monitor-incident-threat-findings",
      "clover-monitor-incident-trail-tampering",
    ]);
    expect(synthesized.all("aws_cloudwatch_event_target")).toHaveLength(rules.length);
    const permissions = synthesized.all("aws_lambda_permission");
    expect(new Set(permissions.map(({ source_arn }) => source_arn)).size).toBe(rules.length);
  });

  it("looks at the open ones every hour, and raises an alarm when it does not", () => {
    const schedules = synthesized.all("aws_scheduler_schedule");
    expect(schedules.map(({ schedule_expression, target }) => [schedule_expression, target.input])).toEqual([
      ["rate(1 hour)", "{}"],
    ]);
    const group = expect.stringMatching(/^\$\{aws_scheduler_schedule_group\.incidents_group_\w+\.name\}$/);
    expect(schedules[0]!["group_name"]).toEqual(group);
    const alarms = synthesized.all("aws_cloudwatch_metric_alarm").filter(({ namespace }) => namespace !== "AWS/SQS");
    const FunctionName = "clover-monitor-echo";
    expect(alarms.map((alarm) => [alarm["metric_name"], alarm["dimensions"], alarm["treat_missing_data"]])).toEqual([
      ["AsyncEventsDropped", { FunctionName }, "notBreaching"],
      ["Errors", { FunctionName }, "notBreaching"],
      ["InvocationAttemptCount", { ScheduleGroup: group }, "breaching"],
      ["TargetErrorCount", { ScheduleGroup: group }, "notBreaching"],
    ]);
  });

  it("opens one on the monitor's own alarms, and in other accounts on those alone that are called so", () => {
    const rule = synthesized.all("aws_cloudwatch_event_rule").find(({ name }) => name.endsWith("-incident-alarms"))!;
    const raised = { state: { value: ["ALARM"] } };
    expect(JSON.parse(rule["event_pattern"])).toEqual({
      source: ["aws.cloudwatch"],
      "detail-type": ["CloudWatch Alarm State Change"],
      $or: [
        { account: [estate.monitor.account], detail: raised },
        { detail: { ...raised, alarmName: [{ prefix: `${estate.organization.prefix}-incident-alarm-` }] } },
      ],
    });
  });

  it("writes where incidents lie, tells in its own name, and reads nothing", () => {
    const work = synthesized.all("aws_iam_role_policy").find(({ name }) => name === "work")!;
    const statements = Synthesized.statements(work);
    const of = (action: string) => statements.filter(({ Action }) => [Action].flat().includes(action));
    expect(of("s3:PutObject").map(({ Resource }) => Resource)).toEqual([
      "arn:aws:s3:::clover-monitor-*-archive-999999999999/incidents/*",
    ]);
    expect(of("events:PutEvents").map(({ Condition }) => Condition)).toEqual([
      { "ForAllValues:StringEquals": { "events:source": "clover.incident" }, Null: { "events:source": "false" } },
    ]);
    expect(of("s3:GetObject")).toEqual([]);
  });
});
