import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Construct } from "constructs";
import type { DataClass } from "../../config/estate";
import { policyDocument, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import type { DataKey } from "./data-key";

/** The longest that SQS keeps a message. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const KEEP_SECONDS = 14 * 24 * 60 * 60;
const ALARM_PERIOD_SECONDS = 300;

/**
 * What a queue is for, and so what must not be in it unseen: anything at all where something failed, and what nobody has
 * taken for a day where somebody reads. A third of the time that GDPR Article 33 leaves is gone by then.
 */
const ALARMS = {
  failures: { metricName: "ApproximateNumberOfMessagesVisible", threshold: 1, says: "Something waits" },
  work: {
    metricName: "ApproximateAgeOfOldestMessage",
    threshold: 24 * 60 * 60,
    says: "Something has waited for a day",
  },
} as const;

export interface EncryptedQueueProps {
  /** Last part of the queue's name. */
  readonly purpose: string;
  readonly key: DataKey;
  readonly dataClass: DataClass;
  /** What comes into it: what could not be delivered or handled, or what somebody reads every day. */
  readonly holds: keyof typeof ALARMS;
  /** Who is let in, besides principals of the queue's own account. None by default. */
  readonly statements?: readonly Statement[];
}

/**
 * Guarantee: messages are encrypted with a customer-managed key, sent in no clear, and wait for two weeks; an alarm that
 * opens an incident at the monitor is raised as soon as a failure waits, or work has waited for a day. (What is received
 * three times and not deleted counts as taken: SQS leaves it out of the age.)
 *
 * Emits `aws_sqs_queue`, `aws_sqs_queue_policy` and `aws_cloudwatch_metric_alarm`.
 * Controls: B10, B14, D36.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 */
export class EncryptedQueue extends Construct {
  /** Literal, so that policies can name it. */
  readonly arn: string;
  readonly queue: SqsQueue;

  constructor(scope: Construct, id: string, props: EncryptedQueueProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    this.arn = lock.arn("sqs", lock.name(props.purpose));
    props.key.allowUseThrough("sqs");
    this.queue = new SqsQueue(this, "queue", {
      name: lock.name(props.purpose),
      kmsMasterKeyId: props.key.arn,
      messageRetentionSeconds: KEEP_SECONDS,
      tags: { "data-class": props.dataClass },
    });
    new SqsQueuePolicy(this, "policy", {
      queueUrl: this.queue.url,
      policy: policyDocument([
        ...(props.statements ?? []),
        {
          Sid: "InsecureTransport",
          Effect: "Deny",
          Principal: "*",
          Action: "sqs:*",
          Resource: this.arn,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]),
    });
    this.raiseAlarm(props);
  }

  /** SQS counts nothing of a queue that has been empty for hours, which is no alarm. */
  private raiseAlarm({ purpose, holds }: EncryptedQueueProps): void {
    const { metricName, threshold, says } = ALARMS[holds];
    new CloudwatchMetricAlarm(this, "waiting", {
      alarmName: RegionLock.of(this).incidentAlarmName(purpose),
      alarmDescription: `${says} in the queue ${purpose}`,
      namespace: "AWS/SQS",
      metricName,
      dimensions: { QueueName: this.queue.name },
      statistic: "Maximum",
      period: ALARM_PERIOD_SECONDS,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold,
      treatMissingData: "notBreaching",
    });
  }
}
