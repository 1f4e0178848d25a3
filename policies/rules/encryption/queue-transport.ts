import type { EachResource } from "../../policy";
import { arnOf } from "../arn-of";
import { judgeAttached } from "../attached-policy";
import { worldOf } from "../estate-world";
import { QUEUE_POLICY } from "../queue-policy";

export const queueTransport: EachResource = {
  kind: "each",
  id: "ENC-016",
  title: "A queue takes nothing in clear, and gives nothing away in clear",
  severity: "medium",
  controls: ["B14"],
  rationale:
    "What is sent in clear is read on the way, whatever encrypts it where it waits. The organization's resource control policy denies it too, and binds no queue of the monitor's, which is of another organization.",
  remediation: "Build the queue as an EncryptedQueue: its policy denies clear text to everybody, services included.",
  sources: [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
  ],
  construct: "encryption/encrypted-queue",
  types: ["aws_sqs_queue"],

  check(queue, { estate }) {
    return judgeAttached(queue, QUEUE_POLICY, (policy) =>
      policy.mustDeny(
        {
          principals: [{ kind: "anyone" }],
          actions: ["sqs:*"],
          resources: [arnOf(queue)],
          context: { "aws:SecureTransport": ["false"] },
          world: worldOf(estate, queue.account),
        },
        "a denial of everything that is sent in clear",
      ),
    );
  },
};
