import type { Examples } from "../../examples";
import { monitorWith } from "./example-archive";

/** Stack, account and region of whoever delivers. */
const SOURCES = [
  ["monitor", "900000000009", "eu-west-2"],
  ["organization", "100000000001", "eu-west-1"],
  ["dublin", "200000000002", "eu-west-1"],
  ["ireland-2", "300000000003", "eu-west-1"],
  ["norway", "400000000004", "eu-north-1"],
  ["enclave", "500000000005", "us-east-1"],
] as const;
const EVERYWHERE = ["digests", "snapshots"];
const SEGMENTS = ["dublin", "ireland-2", "norway", "enclave"];
const HOUR = 3600;

interface Changes {
  readonly alarm?: object;
  readonly rule?: object;
  readonly notification?: object;
  /** Of all keys, e.g. to listen to whatever arrives. */
  readonly key?: unknown;
  /** Of Dublin's digests alone. */
  readonly digests?: unknown;
  readonly without?: string;
}

const named = (entries: readonly (readonly [string, object])[]) => Object.fromEntries(entries);

function watching({ alarm, rule, notification, key, digests, without }: Changes = {}) {
  const buckets = SOURCES.flatMap(([stack]) => ["archive", "intake"].map((as) => [stack, as] as const));
  const watched = SOURCES.flatMap(([stack, account, region]) => {
    const services = SEGMENTS.includes(stack) ? [...EVERYWHERE, "flows", "queries"] : EVERYWHERE;
    return services.map((service) => ({ name: `${stack}-${service}`, stack, account, region, service }));
  }).filter(({ name }) => name !== without);
  const folder: Readonly<Record<string, (region: string) => string>> = {
    digests: (region) => `CloudTrail-Digest/${region}/*`,
    snapshots: (region) => `Config/${region}/*/ConfigSnapshot/*`,
    flows: (region) => `vpcflowlogs/${region}/*`,
    queries: () => "vpcdnsquerylogs/*",
  };
  const seconds: Readonly<Record<string, number>> = {
    digests: 3 * HOUR,
    snapshots: 3 * HOUR,
    flows: HOUR,
    queries: 24 * HOUR,
  };
  return monitorWith({
    aws_s3_bucket: named(
      buckets.map(([stack, as]) => [`${stack}-${as}`, { bucket: `clover-local-monitor-${stack}-${as}-900000000009` }]),
    ),
    aws_s3_bucket_notification: named(
      buckets.map(([stack, as]) => [
        `${stack}-${as}`,
        { bucket: `\${aws_s3_bucket.${stack}-${as}.bucket}`, eventbridge: true, ...notification },
      ]),
    ),
    aws_cloudwatch_event_rule: named(
      watched.map(({ name, stack, account, region, service }) => {
        const bucket = `clover-local-monitor-${stack}-${service === "snapshots" ? "intake" : "archive"}-900000000009`;
        const wildcard = `${stack}/AWSLogs/${account}/${folder[service]!(region)}`;
        const changed = name === "dublin-digests" ? (digests ?? key) : key;
        const detail = { bucket: { name: [bucket] }, object: { key: [changed ?? { wildcard }] } };
        return [
          name,
          {
            name,
            event_pattern: JSON.stringify({ source: ["aws.s3"], "detail-type": ["Object Created"], detail }),
            ...rule,
          },
        ];
      }),
    ),
    aws_cloudwatch_metric_alarm: named(
      watched.map(({ name, service }) => [
        name,
        {
          alarm_name: name,
          namespace: "AWS/Events",
          metric_name: "MatchedEvents",
          dimensions: { RuleName: `\${aws_cloudwatch_event_rule.${name}.name}` },
          statistic: "Sum",
          period: 600,
          evaluation_periods: seconds[service]! / 600,
          comparison_operator: "LessThanThreshold",
          threshold: 1,
          treat_missing_data: "breaching",
          ...alarm,
        },
      ]),
    ),
  });
}

export const silenceAlarmsExamples: Examples = {
  policy: "AUD-020",
  pass: {
    "each account and service is listened to": watching(),
    "an alarm is raised even sooner": watching({ alarm: { evaluation_periods: 3 } }),
  },
  fail: {
    "nobody listens": { stacks: { monitor: {} } },
    "one service is not listened to": watching({ without: "norway-flows" }),
    "that nothing is counted counts as nothing": watching({ alarm: { treat_missing_data: "notBreaching" } }),
    "nothing is said of what is not counted": watching({ alarm: { treat_missing_data: null } }),
    "silence may last longer than the estate allows": watching({ alarm: { evaluation_periods: 1000 } }),
    "many arrivals raise the alarm, and not their absence": watching({
      alarm: { comparison_operator: "GreaterThanThreshold" },
    }),
    "it counts another metric": watching({ alarm: { metric_name: "FailedInvocations" } }),
    "S3 tells nobody of what arrives": watching({ notification: { eventbridge: false } }),
    "the rule is off": watching({ rule: { state: "DISABLED" } }),
    "whatever arrives in the archive counts": watching({ digests: { prefix: "dublin/" } }),
    "the rule hears of another account's": watching({ digests: { prefix: "norway/AWSLogs/" } }),
  },
  undecided: {
    "how long silence may last comes from a variable": watching({ alarm: { period: "${var.period}" } }),
    "an expression decides whether there are alarms": watching({ alarm: { count: "${var.alarms}" } }),
    "an expression decides whether S3 tells of what arrives": watching({
      notification: { eventbridge: "${var.told}" },
    }),
  },
  notApplicable: { "the monitor is not judged here": { stacks: { dublin: {} } } },
};
