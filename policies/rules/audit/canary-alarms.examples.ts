import type { Examples } from "../../examples";
import { monitorWith } from "./example-archive";

const CANARIES = {
  dublin: "200000000002",
  "ireland-2": "300000000003",
  norway: "400000000004",
  enclave: "500000000005",
};
const CALLS = {
  allowed: { eventName: ["GenerateRandom"], errorCode: [{ exists: false }] },
  denied: { eventName: ["GenerateDataKeyWithoutPlaintext"], errorCode: ["AccessDenied"] },
};

interface Changes {
  readonly alarm?: object;
  readonly rule?: object;
  readonly detail?: object;
  readonly account?: unknown;
  readonly without?: string;
}

function listening({ alarm, rule, detail, account: asked, without }: Changes = {}) {
  const heard = Object.entries(CANARIES).flatMap(([stack, account]) =>
    Object.entries(CALLS).map(([call, its]) => ({ name: `${stack}-${call}`, stack, account, its })),
  );
  const there = heard.filter(({ name }) => name !== without);
  const rules = there.map(({ name, stack, account, its }) => {
    const arn = [`arn:aws:iam::${account}:role/clover-local-${stack}-canary`];
    const userIdentity = { sessionContext: { sessionIssuer: { arn } } };
    const event_pattern = JSON.stringify({
      account: asked ?? [account],
      source: ["aws.kms"],
      detail: { ...its, userIdentity, ...detail },
    });
    const event_bus_name = "${aws_cloudwatch_event_bus.alerts.name}";
    const state = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";
    return [name, { name, event_bus_name, event_pattern, state, ...rule }];
  });
  const alarms = there.map(({ name }) => [
    name,
    {
      alarm_name: name,
      namespace: "AWS/Events",
      metric_name: "MatchedEvents",
      dimensions: { RuleName: `\${aws_cloudwatch_event_rule.${name}.name}` },
      statistic: "Sum",
      period: 3600,
      evaluation_periods: 3,
      comparison_operator: "LessThanThreshold",
      threshold: 1,
      treat_missing_data: "breaching",
      ...alarm,
    },
  ]);
  return monitorWith({
    aws_cloudwatch_event_bus: { alerts: { name: "clover-local-monitor-alerts" } },
    aws_cloudwatch_event_rule: Object.fromEntries(rules),
    aws_cloudwatch_metric_alarm: Object.fromEntries(alarms),
  });
}

export const canaryAlarmsExamples: Examples = {
  policy: "AUD-022",
  pass: { "each canary's calls are listened to": listening() },
  fail: {
    "nobody listens": { stacks: { monitor: {} } },
    "nobody listens to the denied calls of one": listening({ without: "norway-denied" }),
    "that nothing is counted counts as nothing": listening({ alarm: { treat_missing_data: "ignore" } }),
    "it waits for a day": listening({ alarm: { evaluation_periods: 24 } }),
    "the rule hears of no reads": listening({ rule: { state: "ENABLED" } }),
    "the rule is on the account's own bus": listening({ rule: { event_bus_name: null } }),
    "whatever the canary calls counts": listening({ detail: { eventName: [{ exists: true }], errorCode: undefined } }),
    "any account's canary counts": listening({ account: [{ exists: true }], detail: { userIdentity: undefined } }),
  },
  undecided: {
    "how long it waits comes from a variable": listening({ alarm: { period: "${var.period}" } }),
    "what is listened to comes from a variable": listening({ rule: { event_pattern: "${var.pattern}" } }),
  },
  notApplicable: { "the monitor is not judged here": { stacks: { dublin: {} } } },
};
