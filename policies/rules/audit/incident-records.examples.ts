import type { Examples } from "../../examples";
import { monitorWith, SCHEDULER, scheduling } from "./example-archive";

const FUNCTION = "clover-local-monitor-incident-record";
const BUS = "clover-local-monitor-alerts";
const CALLS: Readonly<Record<string, readonly string[]>> = {
  cloudtrail: ["DeleteTrail", "PutEventSelectors", "PutInsightSelectors", "StopLogging", "UpdateTrail"],
  config: ["DeleteConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "StopConfigurationRecorder"],
  guardduty: ["DeleteDetector", "DeletePublishingDestination", "UpdateDetector", "UpdatePublishingDestination"],
};
/** What begins the names of the alarms that open an incident wherever they are raised. */
const GRAVE = "clover-local-incident-alarm-";
const RAISED = { source: ["aws.cloudwatch"], detail: { state: { value: ["ALARM"] } } };
function alarms($or: readonly object[]) {
  return { ...RAISED, $or };
}
const PATTERNS: Readonly<Record<string, object | string>> = {
  ...Object.fromEntries(
    Object.entries(CALLS).map(([service, eventName]) => [
      service,
      { source: [`aws.${service}`], detail: { eventName } },
    ]),
  ),
  root: { detail: { userIdentity: { type: ["Root"] } } },
  drift: { source: ["clover.drift"] },
  alarms: alarms([{ account: ["900000000009"] }, { detail: { alarmName: [{ prefix: GRAVE }] } }]),
  findings: { source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"] },
};

interface Changes {
  /** Of the role in which the schedule works. */
  readonly action?: string;
  readonly function?: object;
  readonly rule?: object;
  readonly target?: object;
  readonly permission?: object;
  readonly schedule?: object;
  readonly alarm?: object;
  /** Of the alarms on the schedule's group. */
  readonly misses?: object;
  readonly group?: object;
  /** Another schedule, beside the one that looks at open incidents. */
  readonly another?: object;
  /** The pattern of the rule that alarms open incidents by. */
  readonly alarms?: object | string;
  readonly statements?: readonly object[] | string;
  readonly without?: string;
}

const KEEP = { Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::clover-local-monitor-*/incidents/*" };
const TELL = { Effect: "Allow", Action: "events:PutEvents", Resource: "*" };

function recording(changes: Changes = {}) {
  const { statements = [KEEP, TELL] } = changes;
  const patterns = Object.entries({ ...PATTERNS, ...(changes.alarms ? { alarms: changes.alarms } : {}) }).filter(
    ([name]) => name !== changes.without,
  );
  const each = (block: (name: string, pattern: object | string) => object) =>
    Object.fromEntries(patterns.map(([name, pattern]) => [name, block(name, pattern)]));
  const arn = "${aws_lambda_function.record.arn}";
  const counted = (metric_name: string, comparison_operator: string) => ({
    alarm_name: metric_name,
    metric_name,
    statistic: "Sum",
    comparison_operator,
    threshold: 1,
  });
  const ofFunction = (metric: string) => ({
    ...counted(metric, "GreaterThanOrEqualToThreshold"),
    namespace: "AWS/Lambda",
    dimensions: { FunctionName: FUNCTION },
    evaluation_periods: 1,
    period: 3600,
    ...changes.alarm,
  });
  const ofGroup = (metric: string, comparison: string) => ({
    ...counted(metric, comparison),
    namespace: "AWS/Scheduler",
    dimensions: { ScheduleGroup: "${aws_scheduler_schedule_group.clocks.name}" },
    evaluation_periods: 3,
    period: 3600,
    treat_missing_data: "breaching",
    ...changes.misses,
  });
  const schedule = scheduling({}, changes.action);
  return monitorWith({
    aws_cloudwatch_event_bus: { alerts: { name: BUS } },
    aws_iam_role: { ...schedule.aws_iam_role, record: { name: FUNCTION } },
    aws_iam_role_policy: {
      ...schedule.aws_iam_role_policy,
      record: {
        role: "${aws_iam_role.record.name}",
        policy: typeof statements === "string" ? statements : JSON.stringify({ Statement: statements }),
      },
    },
    aws_lambda_function: {
      record: { function_name: FUNCTION, role: "${aws_iam_role.record.arn}", ...changes.function },
    },
    aws_cloudwatch_event_rule: each((name, pattern) => ({
      name,
      event_bus_name: "${aws_cloudwatch_event_bus.alerts.name}",
      event_pattern: typeof pattern === "string" ? pattern : JSON.stringify(pattern),
      state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
      ...changes.rule,
    })),
    aws_cloudwatch_event_target: each((name) => ({
      rule: `\${aws_cloudwatch_event_rule.${name}.name}`,
      event_bus_name: "${aws_cloudwatch_event_bus.alerts.name}",
      arn,
      ...changes.target,
    })),
    aws_lambda_permission: each((name) => ({
      function_name: "${aws_lambda_function.record.function_name}",
      action: "lambda:InvokeFunction",
      principal: "events.amazonaws.com",
      source_arn: `\${aws_cloudwatch_event_rule.${name}.arn}`,
      ...changes.permission,
    })),
    aws_scheduler_schedule_group: { clocks: { name: "clocks", ...changes.group } },
    aws_scheduler_schedule: {
      ...(changes.another ? { another: changes.another } : {}),
      hourly: {
        group_name: "${aws_scheduler_schedule_group.clocks.name}",
        schedule_expression: "rate(1 hour)",
        target: { arn, input: "{}", role_arn: SCHEDULER },
        ...changes.schedule,
      },
    },
    aws_cloudwatch_metric_alarm: {
      failed: ofFunction("Errors"),
      dropped: ofFunction("AsyncEventsDropped"),
      missing: ofGroup("InvocationAttemptCount", "LessThanThreshold"),
      refused: ofGroup("TargetErrorCount", "GreaterThanOrEqualToThreshold"),
    },
  });
}

export const incidentRecordsExamples: Examples = {
  policy: "AUD-025",
  pass: {
    "grave alerts open incidents, and the open ones are looked at": recording(),
    "other schedules are in other groups": recording({ another: { group_name: "default" } }),
    "grave alarms are heard of by each stack's name": recording({
      alarms: {
        ...RAISED,
        $or: [{ account: ["900000000009"] }, { detail: { alarmName: [{ wildcard: `${GRAVE}*` }] } }],
      },
    }),
  },
  fail: {
    "nothing keeps incidents": { stacks: { monitor: {} } },
    "a finding opens none": recording({ without: "findings" }),
    "the end of the trail opens none": recording({ without: "cloudtrail" }),
    "the rules are off": recording({ rule: { state: "DISABLED" } }),
    "the rules are of another bus": recording({ rule: { event_bus_name: "default" } }),
    "the function is not told what happened": recording({ target: { input: "{}" } }),
    "the rules may call one version of the function": recording({ permission: { qualifier: "1" } }),
    "the rules may call it for another account": recording({ permission: { source_account: "200000000002" } }),
    "the rules call something else": recording({ target: { arn: "arn:aws:sqs:eu-west-2:900000000009:x" } }),
    "the function does not let the rules in": recording({ permission: { principal: "s3.amazonaws.com" } }),
    "nobody looks at night": recording({ schedule: { schedule_expression: "cron(0 8-18 * * ? *)" } }),
    "the schedule is off": recording({ schedule: { state: "DISABLED" } }),
    "the schedule may not call the function": recording({ action: "lambda:GetFunction" }),
    "the schedule begins in ten years": recording({ schedule: { start_date: "2036-12-01T00:00:00Z" } }),
    "it may not write where incidents lie": recording({ statements: [TELL] }),
    "it may tell nobody": recording({ statements: [KEEP] }),
    "a failure tells nobody": recording({ alarm: { metric_name: "Throttles" } }),
    "an alert that Lambda gave up tells nobody": recording({ alarm: { metric_name: "Errors" } }),
    "every alarm of every account opens one": recording({ alarms: RAISED }),
    "whatever is called as the estate's own is opens one": recording({
      alarms: alarms([{ account: ["900000000009"] }, { detail: { alarmName: [{ prefix: "clover-local-" }] } }]),
    }),
    "another rule opens one on a workload's alarms": recording({
      rule: { event_pattern: JSON.stringify(RAISED) },
      without: "findings",
    }),
    "the monitor's own alarms open none": recording({
      alarms: alarms([{ account: ["1"] }, { detail: { alarmName: [{ prefix: GRAVE }] } }]),
    }),
    "what is not delivered in one account opens none": recording({
      alarms: alarms([{ account: ["900000000009"] }, { detail: { alarmName: [{ prefix: `${GRAVE}norway` }] } }]),
    }),
    "alarms of undelivered alerts are called otherwise": recording({
      alarms: alarms([{ account: ["900000000009"] }, { detail: { alarmName: [{ prefix: "clover-local-grave-" }] } }]),
    }),
    "alerts call the function, and so nobody misses the looks": recording({
      misses: { namespace: "AWS/Lambda", metric_name: "Invocations" },
    }),
    "looks are counted with those of others": recording({
      another: { group_name: "${aws_scheduler_schedule_group.clocks.name}" },
    }),
    "looks are counted in the group that everything is in": recording({ schedule: { group_name: null } }),
    "the looks of another group are counted": recording({ misses: { dimensions: { ScheduleGroup: "default" } } }),
    "a day without a look is a good one": recording({ misses: { evaluation_periods: 24 } }),
    "that no look is counted counts as nothing": recording({ misses: { treat_missing_data: "missing" } }),
  },
  undecided: {
    "an expression decides whether the function is called": recording({ target: { count: "${var.calls}" } }),
    "what it may do comes from a variable": recording({ statements: "${var.policy}" }),
    "how often it looks comes from a variable": recording({ schedule: { schedule_expression: "${var.often}" } }),
    "which alarms open one comes from a variable": recording({ alarms: "${var.pattern}" }),
    "whether other schedules are counted comes from a variable": recording({ another: { group_name: "${var.group}" } }),
    "what counts the looks comes from a variable": recording({
      misses: { dimensions: { ScheduleGroup: "${var.group}" } },
    }),
    "an expression decides whether there is a function": recording({ function: { count: "${var.recorded}" } }),
  },
  notApplicable: { "the monitor is not judged here": { stacks: { dublin: {} } } },
};
