import type { Examples } from "../../examples";
import { monitorWith, queues } from "./example-archive";

const RULE = "arn:aws:events:eu-west-2:900000000009:rule/clover-local-monitor-alerts/every-alert";
const sending = (Condition: object) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: "*",
        Condition,
      },
    ],
  });
const ofRule = sending({ ArnEquals: { "aws:SourceArn": RULE } });

interface Changes {
  readonly rule?: object;
  readonly target?: object;
  readonly queue?: object;
  readonly policy?: string;
  readonly more?: object;
}

const bus = ({ rule, target, queue: changes, policy = ofRule, more }: Changes = {}) =>
  monitorWith({
    aws_cloudwatch_event_bus: { alerts: { name: "clover-local-monitor-alerts" } },
    aws_cloudwatch_event_rule: {
      every: {
        name: "every-alert",
        event_bus_name: "${aws_cloudwatch_event_bus.alerts.name}",
        event_pattern: '{"account":[{"exists":true}]}',
        state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
        ...rule,
      },
    },
    aws_cloudwatch_event_target: {
      analysts: {
        rule: "${aws_cloudwatch_event_rule.every.name}",
        event_bus_name: "${aws_cloudwatch_event_bus.alerts.name}",
        arn: "${aws_sqs_queue.analysts.arn}",
        dead_letter_config: { arn: "${aws_sqs_queue.unread.arn}" },
        ...target,
      },
    },
    ...queues(["analysts", "unread"], { queue: changes, policy }),
    ...more,
  });

export const everyAlertExamples: Examples = {
  policy: "AUD-017",
  pass: {
    "every alert reaches an encrypted queue, or another": bus(),
    "it is said that the queues take the largest alert at once": bus({
      queue: { max_message_size: 262144, delay_seconds: 0 },
    }),
  },
  fail: {
    "analysts see a part of the alert": bus({ target: { input_path: "$.time" } }),
    "a function takes the alerts from the queue": bus({
      more: { aws_lambda_event_source_mapping: { x: { event_source_arn: "${aws_sqs_queue.analysts.arn}" } } },
    }),
    "a pipe takes what nobody could read": bus({
      more: { aws_pipes_pipe: { x: { source: "${aws_sqs_queue.unread.arn}" } } },
    }),
    "what was looked at once moves on": bus({ queue: { redrive_policy: '{"maxReceiveCount":1}' } }),
    "another resource moves on what was looked at": bus({
      more: {
        aws_sqs_queue_redrive_policy: { x: { queue_url: "${aws_sqs_queue.analysts.id}", redrive_policy: "{}" } },
      },
    }),
    "the queues take small alerts alone": bus({ queue: { max_message_size: 1024 } }),
    "an alert is not seen for a quarter of an hour": bus({ queue: { delay_seconds: 900 } }),
    "no rule takes what arrives": monitorWith({
      aws_cloudwatch_event_bus: { alerts: { name: "clover-local-monitor-alerts" } },
    }),
    "one account's alerts are left out": bus({
      rule: { event_pattern: '{"account":[{"anything-but":["500000000005"]}]}' },
    }),
    "threats alone are taken": bus({ rule: { event_pattern: '{"source":["aws.guardduty"]}' } }),
    "the rule is off": bus({ rule: { state: "DISABLED" } }),
    "it goes to nobody": bus({ target: { rule: "another" } }),
    "what cannot be delivered is lost": bus({ target: { dead_letter_config: null } }),
    "it goes to a queue of somebody else's": bus({ target: { arn: "arn:aws:sqs:eu-west-2:999999999999:analysts" } }),
    "the queue has no key": bus({ queue: { kms_master_key_id: null } }),
    "the queue's key is AWS's": bus({ queue: { kms_master_key_id: "alias/aws/sqs" } }),
    "the key does not let EventBridge encrypt": bus({ more: { aws_kms_key: { platform: {} } } }),
    "the target is of another bus": bus({ target: { event_bus_name: "default" } }),
    "the queue lets nobody in": bus({ policy: '{"Version":"2012-10-17","Statement":[]}' }),
    "the queue takes what any rule of anybody sends": bus({ policy: sending({}) }),
    "the queue takes what another rule sends": bus({
      policy: sending({ ArnLike: { "aws:SourceArn": "arn:aws:events:eu-west-2:900000000009:rule/*" } }),
    }),
  },
  undecided: {
    "the pattern comes from a variable": bus({ rule: { event_pattern: "${var.pattern}" } }),
    "the queue's policy comes from a variable": bus({ policy: "${var.policy}" }),
    "an expression decides whether it is sent on": bus({ target: { count: "${var.targets}" } }),
  },
  notApplicable: {
    "the bus is another": monitorWith({ aws_cloudwatch_event_bus: { own: { name: "own" } } }),
  },
};
