import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Construct } from "constructs";
import type { DataClass } from "../../config/estate";
import { policyDocument, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import type { DataKey } from "./data-key";

/** The longest that SQS keeps a message. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const KEEP_SECONDS = 14 * 24 * 60 * 60;

export interface EncryptedQueueProps {
  /** Last part of the queue's name. */
  readonly purpose: string;
  readonly key: DataKey;
  readonly dataClass: DataClass;
  /** Who is let in, besides principals of the queue's own account. None by default. */
  readonly statements?: readonly Statement[];
}

/**
 * Guarantee: messages are encrypted with a customer-managed key, sent in no clear, and wait for two weeks.
 *
 * Emits `aws_sqs_queue` and `aws_sqs_queue_policy`.
 * Controls: B10, B14.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
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
  }
}
