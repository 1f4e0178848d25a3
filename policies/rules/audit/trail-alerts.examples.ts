import type { Examples } from "../../examples";
import { monitorWith, queues } from "./example-archive";

const FUNCTION = "clover-local-monitor-trail-alerts";
/** Stack, account, and how the regions begin that are not its own. */
const SOURCES = [
  ["monitor", "900000000009", ["a", "c", "eu-c", "eu-n", "eu-s", "eu-west-1", "eu-west-3", "i", "m", "s", "u"]],
  ["organization", "100000000001", ["a", "c", "eu-c", "eu-n", "eu-s", "eu-west-2", "eu-west-3", "i", "m", "s", "u"]],
  ["dublin", "200000000002", ["a", "c", "eu-c", "eu-n", "eu-s", "eu-west-2", "eu-west-3", "i", "m", "s", "u"]],
  ["ireland-2", "300000000003", ["a", "c", "eu-c", "eu-n", "eu-s", "eu-west-2", "eu-west-3", "i", "m", "s", "u"]],
  ["norway", "400000000004", ["a", "c", "eu-c", "eu-s", "eu-w", "i", "m", "s", "u"]],
  ["enclave", "500000000005", ["a", "c", "e", "i", "m", "s", "us-east-2", "us-w"]],
] as const;

const READ = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::clover-local-monitor-*" };
const OPEN = { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" };
const TELL = { Effect: "Allow", Action: "events:PutEvents", Resource: "*" };

interface Changes {
  /** How keys of Dublin's that are listened for go on after the trail's folder. */
  readonly regions?: readonly string[];
  readonly function?: object;
  readonly rule?: object;
  readonly target?: object;
  readonly permission?: object;
  readonly notification?: object;
  readonly queue?: Parameters<typeof queues>[1];
  readonly alarm?: object;
  readonly statements?: readonly object[] | string;
  readonly without?: string;
}

function telling(changes: Changes = {}) {
  const { statements = [READ, OPEN, TELL] } = changes;
  const sources = SOURCES.filter(([stack]) => stack !== changes.without);
  const bucketOf = (stack: string) => `clover-local-monitor-${stack}-archive-900000000009`;
  const each = (block: (source: (typeof SOURCES)[number]) => object) =>
    Object.fromEntries(sources.map((source) => [source[0], block(source)]));
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
    ...changes.alarm,
  });
  return monitorWith({
    ...queues(["untold"], changes.queue),
    aws_s3_bucket: each(([stack]) => ({ bucket: bucketOf(stack) })),
    aws_s3_bucket_notification: each(([stack]) => ({
      bucket: `\${aws_s3_bucket.${stack}.bucket}`,
      eventbridge: true,
      ...changes.notification,
    })),
    aws_iam_role: { tell: { name: FUNCTION } },
    aws_iam_role_policy: {
      tell: {
        role: "${aws_iam_role.tell.name}",
        policy: typeof statements === "string" ? statements : JSON.stringify({ Statement: statements }),
      },
    },
    aws_lambda_function: {
      tell: { function_name: FUNCTION, role: "${aws_iam_role.tell.arn}", ...changes.function },
    },
    aws_cloudwatch_event_rule: each(([stack, account, own]) => {
      const regions = stack === "dublin" ? (changes.regions ?? own) : own;
      const key = regions.map((region) => ({ prefix: `${stack}/AWSLogs/${account}/CloudTrail/${region}` }));
      const detail = { bucket: { name: [bucketOf(stack)] }, object: { key } };
      const event_pattern = JSON.stringify({ source: ["aws.s3"], "detail-type": ["Object Created"], detail });
      return { name: stack, event_pattern, ...changes.rule };
    }),
    aws_cloudwatch_event_target: each(([stack]) => ({
      rule: `\${aws_cloudwatch_event_rule.${stack}.name}`,
      arn: "${aws_lambda_function.tell.arn}",
      dead_letter_config: { arn: "${aws_sqs_queue.untold.arn}" },
      ...changes.target,
    })),
    aws_lambda_permission: each(([stack]) => ({
      function_name: "${aws_lambda_function.tell.function_name}",
      action: "lambda:InvokeFunction",
      principal: "events.amazonaws.com",
      source_arn: `\${aws_cloudwatch_event_rule.${stack}.arn}`,
      ...changes.permission,
    })),
    aws_cloudwatch_metric_alarm: { failed: alarm("Errors"), dropped: alarm("AsyncEventsDropped") },
  });
}

export const trailAlertsExamples: Examples = {
  policy: "AUD-028",
  pass: {
    "what every trail records elsewhere is told": telling(),
    "the rules are on the default bus by name": telling({
      rule: { event_bus_name: "default" },
      target: { event_bus_name: "default" },
    }),
  },
  fail: {
    "nothing tells": { stacks: { monitor: {} } },
    "one trail is left out": telling({ without: "organization" }),
    "the partition's first region is left out": telling({ regions: ["a", "c", "eu-c", "eu-n", "eu-s", "us-w"] }),
    "a region in which users sign in is left out": telling({ regions: ["us-east-1/"] }),
    "what its own rules tell is told again": telling({ regions: [""] }),
    "S3 tells nobody of what arrives": telling({ notification: { eventbridge: false } }),
    "the rules are off": telling({ rule: { state: "DISABLED" } }),
    "the rules are on a bus on which AWS puts nothing": telling({ rule: { event_bus_name: "own" } }),
    "the targets are of another bus": telling({ target: { event_bus_name: "own" } }),
    "the function is not told which file": telling({ target: { input: "{}" } }),
    "the rules call something else": telling({ target: { arn: "arn:aws:sqs:eu-west-2:900000000009:x" } }),
    "a file of which it could not be told is lost": telling({ target: { dead_letter_config: null } }),
    "the queue takes none": telling({ queue: { policy: '{"Version":"2012-10-17","Statement":[]}' } }),
    "the function does not let the rules in": telling({ permission: { principal: "s3.amazonaws.com" } }),
    "it cannot read the files": telling({ statements: [OPEN, TELL] }),
    "it cannot decrypt the files": telling({ statements: [READ, TELL] }),
    "it may tell nobody": telling({ statements: [READ, OPEN] }),
    "it may speak in another name alone": telling({
      statements: [
        READ,
        OPEN,
        { ...TELL, Condition: { "ForAllValues:StringEquals": { "events:source": "clover.incident" } } },
      ],
    }),
    "a file that cannot be read tells nobody": telling({ alarm: { metric_name: "Throttles" } }),
  },
  undecided: {
    "what is listened for comes from a variable": telling({ rule: { event_pattern: "${var.pattern}" } }),
    "what it may do comes from a variable": telling({ statements: "${var.policy}" }),
    "an expression decides whether there is a function": telling({ function: { count: "${var.told}" } }),
    "an expression decides whether it is called": telling({ target: { count: "${var.calls}" } }),
  },
  notApplicable: { "the monitor is not judged here": { stacks: { dublin: {} } } },
};
