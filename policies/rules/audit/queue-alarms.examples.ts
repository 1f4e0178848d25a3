import type { Examples, Resources } from "../../examples";
import { monitorWith } from "./example-archive";

interface Changes {
  readonly alarm?: object;
  /** What names the queue; nothing by default. */
  readonly more?: Resources;
}

const ARN = "${aws_sqs_queue.kept.arn}";
const failures: Resources = { aws_cloudwatch_event_target: { x: { arn: "x", dead_letter_config: { arn: ARN } } } };
const ofFunction: Resources = { aws_lambda_function: { x: { dead_letter_config: { target_arn: ARN } } } };
const ofSchedule: Resources = { aws_scheduler_schedule: { x: { target: { dead_letter_config: { arn: ARN } } } } };
const AGE = { metric_name: "ApproximateAgeOfOldestMessage", threshold: 86_400 };

const waiting = ({ alarm, more }: Changes = {}): Resources => ({
  aws_sqs_queue: { kept: { name: "kept", tags: { "data-class": "audit" } } },
  aws_cloudwatch_metric_alarm: {
    waiting: {
      alarm_name: "clover-local-incident-alarm-dublin-kept",
      namespace: "AWS/SQS",
      metric_name: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: "${aws_sqs_queue.kept.name}" },
      statistic: "Maximum",
      period: 300,
      evaluation_periods: 1,
      comparison_operator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      ...alarm,
    },
  },
  ...more,
});
const named = (alarm_name: string) => waiting({ alarm: { alarm_name }, more: failures });

export const queueAlarmsExamples: Examples = {
  policy: "AUD-027",
  pass: {
    "whatever waits raises an alarm": waiting(),
    "an alert that was not delivered opens an incident": waiting({ more: failures }),
    "an alarm is raised when nobody takes what waits": waiting({ alarm: AGE }),
    "and after half a day already": waiting({ alarm: { ...AGE, threshold: 43_200 } }),
    "a workload's alarm is called as it likes": waiting({ alarm: { alarm_name: "jobs" } }),
    "each alarm of the monitor's opens an incident, whatever it is called": monitorWith(
      waiting({ alarm: { alarm_name: "undelivered" }, more: failures }),
    ),
  },
  fail: {
    "nothing looks at it": waiting({ alarm: { namespace: "AWS/Lambda" } }),
    "the alarm is on another queue": waiting({ alarm: { dimensions: { QueueName: "other" } } }),
    "the alarm is raised in another region": waiting({ alarm: { region: "us-east-1" } }),
    "a hundred may wait": waiting({ alarm: { threshold: 100 } }),
    "what waits may wait for a week": waiting({ alarm: { ...AGE, threshold: 604_800 } }),
    "failures may wait for a day": waiting({ alarm: AGE, more: failures }),
    "what a function could not handle may wait for a day": waiting({ alarm: AGE, more: ofFunction }),
    "what a schedule could not call may wait for a day": waiting({ alarm: AGE, more: ofSchedule }),
    "what is sent is counted, and not what waits": waiting({ alarm: { metric_name: "NumberOfMessagesSent" } }),
    "the least is looked at": waiting({ alarm: { statistic: "Minimum" } }),
    "the alarm is raised when nothing waits": waiting({ alarm: { comparison_operator: "LessThanThreshold" } }),
    "it is looked at once a day": waiting({ alarm: { period: 86_400 } }),
    "it must wait for a day": waiting({ alarm: { evaluation_periods: 288 } }),
    "it is looked at more often than there is anything to see": waiting({ alarm: { datapoints_to_alarm: 2 } }),
    "the alarm of undelivered alerts opens no incident": named("undelivered-alerts"),
    "the alarm is called as others of the account are": named("clover-local-dublin-undelivered-alerts"),
    "the alarm is called as those of another estate are": named("clover-incident-alarm-dublin-undelivered-alerts"),
  },
  undecided: {
    "which queue is looked at comes from a variable": waiting({ alarm: { dimensions: { QueueName: "${var.queue}" } } }),
    "how many may wait comes from a variable": waiting({ alarm: { threshold: "${var.waiting}" } }),
    "an expression decides whether there is an alarm": waiting({ alarm: { count: "${var.alarms}" } }),
    "what the alarm is called comes from a variable": named("${var.name}"),
  },
  notApplicable: {
    "a workload takes what is in it when it likes": { aws_sqs_queue: { jobs: { name: "jobs" } } },
  },
};
