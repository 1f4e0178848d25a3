import type { Examples } from "../../examples";
import { policyJson } from "../identity/example-trust";
import { monitorWith, SCHEDULER, scheduling } from "./example-archive";

const STACKS = ["monitor", "organization", "dublin", "ireland-2", "norway", "enclave"];
const FUNCTION = "clover-local-monitor-log-validation";

interface Changes {
  readonly role?: object;
  readonly action?: string;
  readonly function?: object;
  readonly schedule?: object;
  readonly target?: object;
  /** Of the alarms on the function. */
  readonly alarms?: object;
  /** Of the alarms on verdicts that do not arrive. */
  readonly misses?: object;
  readonly rule?: object;
  readonly without?: string;
  /** Whose verdicts nobody misses. */
  readonly unmissed?: string;
}

const verdictsOn = (stack: string) =>
  JSON.stringify({
    source: ["aws.s3"],
    detail: {
      bucket: { name: [`clover-local-monitor-${stack}-archive-900000000009`] },
      object: { key: [{ prefix: `validation/${stack}/` }] },
    },
  });

function validating(changes: Changes = {}) {
  const alarm = (metric_name: string) => ({
    alarm_name: metric_name,
    namespace: "AWS/Lambda",
    metric_name,
    dimensions: { FunctionName: FUNCTION },
    statistic: "Sum",
    comparison_operator: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    evaluation_periods: 1,
    period: 3600,
    ...changes.alarms,
  });
  const stacks = STACKS.filter((stack) => stack !== changes.without);
  const missed = STACKS.filter((stack) => stack !== changes.unmissed);
  return monitorWith({
    ...scheduling(changes.role, changes.action),
    aws_lambda_function: { validation: { function_name: FUNCTION, ...changes.function } },
    aws_scheduler_schedule: Object.fromEntries(
      stacks.map((stack) => [
        stack,
        {
          schedule_expression: "cron(0 4 * * ? *)",
          target: {
            arn: "${aws_lambda_function.validation.arn}",
            input: JSON.stringify({ stack }),
            role_arn: SCHEDULER,
            ...changes.target,
          },
          ...changes.schedule,
        },
      ]),
    ),
    aws_cloudwatch_event_rule: Object.fromEntries(
      missed.map((stack) => [stack, { name: `verdict-${stack}`, event_pattern: verdictsOn(stack), ...changes.rule }]),
    ),
    aws_cloudwatch_metric_alarm: {
      failed: alarm("Errors"),
      dropped: alarm("AsyncEventsDropped"),
      ...Object.fromEntries(
        missed.map((stack) => [
          stack,
          {
            alarm_name: `missing-${stack}`,
            namespace: "AWS/Events",
            metric_name: "MatchedEvents",
            dimensions: { RuleName: `\${aws_cloudwatch_event_rule.${stack}.name}` },
            statistic: "Sum",
            comparison_operator: "LessThanThreshold",
            threshold: 1,
            period: 3600,
            evaluation_periods: 26,
            treat_missing_data: "breaching",
            ...changes.misses,
          },
        ]),
      ),
    },
  });
}

export const logValidationExamples: Examples = {
  policy: "AUD-023",
  pass: {
    "every trail is validated every day": validating(),
    "and even more often": validating({ schedule: { schedule_expression: "rate(12 hours)" } }),
  },
  fail: {
    "nothing validates": { stacks: { monitor: {} } },
    "the function is another": validating({ function: { function_name: "validation" } }),
    "one trail is left out": validating({ without: "enclave" }),
    "it is validated once a week": validating({ schedule: { schedule_expression: "cron(0 4 ? * MON *)" } }),
    "the schedules are off": validating({ schedule: { state: "DISABLED" } }),
    "the schedules begin in ten years": validating({ schedule: { start_date: "2036-12-01T00:00:00Z" } }),
    "the schedules may not call the function": validating({ action: "lambda:GetFunction" }),
    "the schedules call it in a role that trusts nobody": validating({ role: { assume_role_policy: policyJson() } }),
    "the schedules have no role": validating({ target: { role_arn: null } }),
    "the schedules end": validating({ schedule: { end_date: "2027-01-01T00:00:00Z" } }),
    "the schedules call something else": validating({
      target: { arn: "arn:aws:lambda:eu-west-2:900000000009:function:x" },
    }),
    "a failure tells nobody": validating({ alarms: { metric_name: "Throttles" } }),
    "what Lambda gives up is told to nobody": validating({ alarms: { metric_name: "Errors" } }),
    "a failure is told of once a week": validating({ alarms: { period: 604_800 } }),
    "that nothing was validated counts as nothing": validating({ misses: { treat_missing_data: "missing" } }),
    "one trail's verdicts are missed by nobody": validating({ unmissed: "enclave" }),
    "one verdict is as good as six": validating({
      rule: { event_pattern: '{"source":["aws.s3"],"detail":{"object":{"key":[{"prefix":"validation/"}]}}}' },
    }),
    "calls of the function are counted, and no verdicts": validating({
      misses: { namespace: "AWS/Lambda", metric_name: "Invocations" },
    }),
    "a verdict may be missing for a week": validating({ misses: { evaluation_periods: 168 } }),
  },
  undecided: {
    "when it is validated comes from a variable": validating({ schedule: { schedule_expression: "${var.when}" } }),
    "which verdicts are heard of comes from a variable": validating({ rule: { event_pattern: "${var.pattern}" } }),
    "an expression decides whether there is a function": validating({ function: { count: "${var.validated}" } }),
  },
  notApplicable: { "the monitor is not judged here": { stacks: { dublin: {} } } },
};
