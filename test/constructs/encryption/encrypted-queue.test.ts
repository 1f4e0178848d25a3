import { DataKey } from "../../../constructs/encryption/data-key";
import { EncryptedQueue, type EncryptedQueueProps } from "../../../constructs/encryption/encrypted-queue";
import { lockedStack, Synthesized } from "../../support/synth";

const ARN = "arn:aws:sqs:eu-west-1:222222222222:clover-dublin-jobs";
const LETTING_IN = {
  Sid: "Rules",
  Effect: "Allow",
  Principal: { Service: "events.amazonaws.com" },
  Action: "sqs:SendMessage",
  Resource: ARN,
} as const;

function queueWith(props: Pick<EncryptedQueueProps, "holds" | "statements">): Synthesized {
  const stack = lockedStack();
  const administratorArns = ["arn:aws:iam::222222222222:role/clover-deploy"];
  const key = new DataKey(stack, "key", { purpose: "platform", description: "Platform", administratorArns });
  const { arn } = new EncryptedQueue(stack, "jobs", { purpose: "jobs", key, dataClass: "audit", ...props });
  expect(arn).toBe(ARN);
  return new Synthesized(stack);
}

describe("EncryptedQueue", () => {
  const synthesized = queueWith({ holds: "failures" });

  it("is encrypted with the given key, says what it holds, and keeps it for two weeks", () => {
    expect(synthesized.only("aws_sqs_queue")).toMatchObject({
      name: "clover-dublin-jobs",
      kms_master_key_id: expect.stringMatching(/^\$\{aws_kms_key\.\w+\.arn\}$/),
      message_retention_seconds: 14 * 24 * 60 * 60,
      tags: { "data-class": "audit" },
    });
  });

  it("takes nothing in clear, and lets in whom it is told to", () => {
    const sids = (queue: Synthesized) =>
      Synthesized.statements(queue.only("aws_sqs_queue_policy")).map(({ Sid }) => Sid);
    expect(sids(synthesized)).toEqual(["InsecureTransport"]);
    expect(sids(queueWith({ holds: "work", statements: [LETTING_IN] }))).toEqual(["Rules", "InsecureTransport"]);
  });

  it("raises an alarm that opens an incident as soon as a failure waits", () => {
    expect(synthesized.only("aws_cloudwatch_metric_alarm")).toMatchObject({
      alarm_name: "clover-incident-alarm-dublin-jobs",
      namespace: "AWS/SQS",
      metric_name: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: expect.stringMatching(/^\$\{aws_sqs_queue\.\w+\.name\}$/) },
      statistic: "Maximum",
      comparison_operator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      period: 300,
      evaluation_periods: 1,
      treat_missing_data: "notBreaching",
    });
  });

  it("raises it when work has waited for a day", () => {
    expect(queueWith({ holds: "work" }).only("aws_cloudwatch_metric_alarm")).toMatchObject({
      metric_name: "ApproximateAgeOfOldestMessage",
      threshold: 24 * 60 * 60,
    });
  });
});
