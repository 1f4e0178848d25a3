import type { Example, Examples } from "../../examples";
import { policyJson, trustJson } from "../identity/example-trust";
import { queues } from "./example-archive";

const BUS = "arn:aws:events:eu-west-2:900000000009:event-bus/clover-local-monitor-alerts";
const call = (service: string, ...eventName: readonly string[]) => ({
  source: [`aws.${service}`],
  detail: { eventSource: [`${service}.amazonaws.com`], eventName },
});
const ofAccount = (account: string) => ({ StringEquals: { "aws:SourceAccount": account } });
const PATTERNS: Readonly<Record<string, object>> = {
  trail: call("cloudtrail", "DeleteTrail", "PutEventSelectors", "PutInsightSelectors", "StopLogging", "UpdateTrail"),
  keys: call("kms", "DisableKey", "PutKeyPolicy", "ScheduleKeyDeletion"),
  buckets: call("s3", "DeleteBucketPolicy", "PutBucketPolicy"),
  config: call(
    "config",
    "DeleteConfigurationRecorder",
    "DeleteDeliveryChannel",
    "PutDeliveryChannel",
    "StopConfigurationRecorder",
  ),
  rules: call("events", "DeleteRule", "DisableRule", "RemoveTargets"),
  denied: {
    detail: {
      errorCode: ["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation", "VpceAccessDenied"],
    },
  },
  root: { detail: { userIdentity: { type: ["Root"] } } },
  consoles: { "detail-type": ["AWS Console Sign In via CloudTrail"] },
  drift: { source: ["clover.drift"] },
  detection: call(
    "guardduty",
    "DeleteDetector",
    "DeletePublishingDestination",
    "UpdateDetector",
    "UpdatePublishingDestination",
  ),
  alarms: { source: ["aws.cloudwatch"], detail: { state: { value: ["ALARM"] } } },
  threats: { source: ["aws.guardduty"] },
};

const TRUST = trustJson({ Service: "events.amazonaws.com" }, ofAccount("200000000002"));
const FORWARD = { Effect: "Allow", Action: "events:PutEvents", Resource: BUS };

interface Changes {
  readonly role?: object;
  readonly permissions?: object;
  readonly queue?: Parameters<typeof queues>[1];
  readonly rule?: object;
  readonly target?: object;
  readonly patterns?: Readonly<Record<string, object | string | undefined>>;
}

/** A stack that forwards every kind of alert, for examples. */
export const forwarding = ({ rule, target, patterns, queue, role, permissions }: Changes = {}): Example => {
  const all = Object.entries({ ...PATTERNS, ...patterns }).filter(([, pattern]) => pattern !== undefined);
  return {
    ...queues(["undelivered"], queue),
    aws_iam_role: {
      forwarding: { name: "clover-local-dublin-alert-forwarding", assume_role_policy: TRUST, ...role },
    },
    aws_iam_role_policy: {
      forward: {
        name: "forward",
        role: "${aws_iam_role.forwarding.name}",
        policy: policyJson(FORWARD),
        ...permissions,
      },
    },
    aws_cloudwatch_event_rule: Object.fromEntries(
      all.map(([name, pattern]) => [
        name,
        {
          name,
          event_pattern: typeof pattern === "string" ? pattern : JSON.stringify(pattern),
          state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
          ...rule,
        },
      ]),
    ),
    aws_cloudwatch_event_target: Object.fromEntries(
      all.map(([name]) => [
        name,
        {
          rule: `\${aws_cloudwatch_event_rule.${name}.name}`,
          arn: BUS,
          role_arn: "${aws_iam_role.forwarding.arn}",
          dead_letter_config: { arn: "${aws_sqs_queue.undelivered.arn}" },
          ...target,
        },
      ]),
    ),
  };
};

export const alertForwardingExamples: Examples = {
  policy: "AUD-008",
  pass: {
    "every kind of event is forwarded": forwarding(),
    "one rule forwards everything": forwarding({
      patterns: {
        ...Object.fromEntries(Object.keys(PATTERNS).map((name) => [name, undefined])),
        everything: { source: [{ exists: true }] },
      },
    }),
    "a kind is forwarded by two rules": forwarding({
      patterns: { buckets: call("s3", "PutBucketPolicy"), more: call("s3", { prefix: "Delete" } as never) },
    }),
    "a pattern is written with filters": forwarding({
      patterns: { trail: { $or: [{ source: ["aws.none"] }, { source: [{ wildcard: "aws.cloud*" }] }] } },
    }),
  },
  fail: {
    "nothing is forwarded": {},
    "a kind is forwarded by no rule": forwarding({ patterns: { trail: undefined } }),
    "a call is left out": forwarding({ patterns: { keys: call("kms", "PutKeyPolicy", "ScheduleKeyDeletion") } }),
    "one role is left out": forwarding({
      patterns: {
        trail: { ...PATTERNS["trail"], detail: { userIdentity: { arn: [{ "anything-but": { suffix: "/deploy" } }] } } },
      },
    }),
    "grave findings alone are forwarded": forwarding({
      patterns: { threats: { source: ["aws.guardduty"], detail: { severity: [{ numeric: [">=", 7] }] } } },
    }),
    "a rule is off": forwarding({ rule: { state: "DISABLED" } }),
    "denied reads are not heard of": forwarding({ rule: { state: "ENABLED" } }),
    "a rule is on a bus on which AWS puts nothing": forwarding({ rule: { event_bus_name: "own" } }),
    "they go to another bus": forwarding({ target: { arn: "arn:aws:events:eu-west-1:200000000002:event-bus/own" } }),
    "what is undelivered is lost": forwarding({ target: { dead_letter_config: null } }),
    "what is undelivered goes to a queue elsewhere": forwarding({
      target: { dead_letter_config: { arn: "arn:aws:sqs:eu-west-1:999999999999:undelivered" } },
    }),
    "what is undelivered is refused by the queue": forwarding({
      queue: { policy: '{"Version":"2012-10-17","Statement":[]}' },
    }),
    "what is undelivered is not encrypted with a key of the account": forwarding({
      queue: { queue: { kms_master_key_id: null } },
    }),
    "what is undelivered is kept for an hour": forwarding({ queue: { queue: { message_retention_seconds: 3600 } } }),
    "a role forwards that the bus does not let in": forwarding({
      target: { role_arn: "arn:aws:iam::200000000002:role/other" },
    }),
    "the role may not put events": forwarding({
      permissions: { policy: policyJson({ ...FORWARD, Action: "events:DescribeRule" }) },
    }),
    "the role may do nothing": forwarding({ permissions: { policy: policyJson() } }),
    "the role is denied what it is granted": forwarding({
      permissions: { policy: policyJson(FORWARD, { ...FORWARD, Effect: "Deny" }) },
    }),
    "the role puts events onto another bus": forwarding({
      permissions: { policy: policyJson({ ...FORWARD, Resource: BUS.replace("900000000009", "200000000002") }) },
    }),
    "the role works for another account": forwarding({
      role: { assume_role_policy: trustJson({ Service: "events.amazonaws.com" }, ofAccount("400000000004")) },
    }),
    "the role trusts nobody": forwarding({ role: { assume_role_policy: policyJson() } }),
    "a part of the event alone is sent": forwarding({ target: { input_path: "$.source" } }),
  },
  undecided: {
    "a pattern comes from a variable": forwarding({ patterns: { trail: "${var.pattern}" } }),
    "a pattern has a filter that is not known here": forwarding({
      patterns: { threats: { source: [{ resembles: "aws.guardduty" }] } },
    }),
    "the role has a boundary that is not here": forwarding({
      role: { permissions_boundary: "arn:aws:iam::aws:policy/AWSDenyAll" },
    }),
    "what the role may do turns on whose event it is": forwarding({
      permissions: {
        policy: policyJson({ ...FORWARD, Condition: { "ForAllValues:StringEquals": { "events:source": "aws.kms" } } }),
      },
    }),
    "what the role may do comes from a variable": forwarding({ permissions: { policy: "${var.policy}" } }),
    "an expression decides whether the role may do anything": forwarding({ permissions: { count: "${var.roles}" } }),
    "the bus comes from a variable": forwarding({ target: { arn: "${var.bus}" } }),
    "an expression decides whether they are sent on": forwarding({ target: { count: "${var.targets}" } }),
  },
};
