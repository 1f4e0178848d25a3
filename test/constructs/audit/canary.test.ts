import { canaries } from "../../../config/names";
import { monitorPlace } from "../../../config/places";
import { AlertForwarding } from "../../../constructs/audit/alert-forwarding";
import { Canary } from "../../../constructs/audit/canary";
import { CanaryAlarms } from "../../../constructs/audit/canary-alarms";
import { DataKey } from "../../../constructs/encryption/data-key";
import { declaredEstate } from "../../support/estates";
import { SINKS } from "../../support/sinks";
import { lockedStack, Synthesized } from "../../support/synth";

const estate = declaredEstate("production");
const administratorArns = ["arn:aws:iam::222222222222:role/clover-deploy"];
const ROLE = "arn:aws:iam::222222222222:role/clover-dublin-canary";

describe("Canary", () => {
  const stack = lockedStack();
  const key = new DataKey(stack, "key", { purpose: "platform", description: "Platform", administratorArns });
  const forwarding = new AlertForwarding(stack, "alerts", { sinks: SINKS, key });
  new Canary(stack, "canary", { administratorArns, forwarding });
  const synthesized = new Synthesized(stack);
  const schedules = synthesized.all("aws_scheduler_schedule");

  it("calls every hour, once allowed and once denied, and tries each once", () => {
    expect(schedules.map(({ target }) => target.arn)).toEqual([
      "arn:aws:scheduler:::aws-sdk:kms:generateRandom",
      "arn:aws:scheduler:::aws-sdk:kms:generateDataKeyWithoutPlaintext",
    ]);
    for (const schedule of schedules) {
      expect(schedule).toMatchObject({ schedule_expression: "rate(1 hour)", flexible_time_window: { mode: "OFF" } });
      expect(schedule["target"].retry_policy).toEqual({ maximum_retry_attempts: 0 });
    }
  });

  it("is denied by the key's own policy: its role may, and nobody uses the key but through AWS's services", () => {
    const permissions = synthesized.all("aws_iam_role_policy").find(({ name }) => name === "call")!;
    const actions = Synthesized.statements(permissions).map(({ Action }) => Action);
    expect(actions).toEqual(["kms:GenerateRandom", "kms:GenerateDataKeyWithoutPlaintext", "kms:Decrypt"]);
    const own = synthesized.all("aws_kms_key").find(({ tags }) => tags.purpose === "canary")!;
    const using = Synthesized.statements(own).filter(
      ({ Sid }) => !["Administration", "ReadConfiguration"].includes(Sid),
    );
    expect(using.map(({ Condition }) => Condition.StringEquals["kms:ViaService"])).toEqual([
      ["scheduler.eu-west-1.amazonaws.com"],
    ]);
  });

  it("forwards the record of its allowed call, from its own role alone", () => {
    const rule = synthesized
      .all("aws_cloudwatch_event_rule")
      .find(({ name }) => name === "clover-dublin-canary-allowed")!;
    expect(JSON.parse(rule["event_pattern"])["detail"]["userIdentity"]).toEqual({
      sessionContext: { sessionIssuer: { arn: [ROLE] } },
    });
    expect(rule["state"]).toBe("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
  });
});

describe("CanaryAlarms", () => {
  const stack = lockedStack(monitorPlace(estate), "monitor");
  new CanaryAlarms(stack, "canaries", { canaries: canaries(estate), busName: "alerts" });
  const synthesized = new Synthesized(stack);
  const alarms = synthesized.all("aws_cloudwatch_metric_alarm");

  it("misses both calls of every canary", () => {
    expect(alarms).toHaveLength(2 * canaries(estate).length);
    expect(canaries(estate).map(({ stack: id }) => id)).toEqual(["dublin", "ireland-2", "norway", "enclave"]);
    for (const alarm of alarms) expect(alarm["treat_missing_data"]).toBe("breaching");
  });

  it("listens on the bus, to the canary's own account and role", () => {
    const rule = synthesized
      .all("aws_cloudwatch_event_rule")
      .find(({ name }) => name.includes("dublin-canary-allowed"))!;
    const pattern = JSON.parse(rule["event_pattern"]);
    expect(rule["event_bus_name"]).toBe("alerts");
    expect(pattern["account"]).toEqual(["222222222222"]);
    expect(pattern["detail"]["userIdentity"]["sessionContext"]["sessionIssuer"]["arn"]).toEqual([ROLE]);
    expect(alarms.every(({ dimensions }) => dimensions.EventBusName === "alerts")).toBe(true);
  });

  it("expects none of a retired enclave", () => {
    const retired = { ...estate, enclave: { ...estate.enclave, phase: "retired" as const } };
    expect(canaries(retired).map(({ stack: id }) => id)).not.toContain("enclave");
  });
});
