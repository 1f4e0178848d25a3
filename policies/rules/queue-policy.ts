import type { PolicyPlace } from "./attached-policy";

/** Where a queue's resource policy stands. */
export const QUEUE_POLICY: PolicyPlace = {
  inline: "policy",
  companion: { type: "aws_sqs_queue_policy", by: "queue_url" },
};
