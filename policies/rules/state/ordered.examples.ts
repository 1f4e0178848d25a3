import type { Examples } from "../../examples";

const queue = (more: Readonly<Record<string, unknown>>) => ({ work: { name: "work", ...more } });
const DEAD_LETTERS = "${jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 5 })}";

export const orderedExamples: Examples = {
  policy: "STA-003",
  pass: {
    "references lead one way": {
      aws_sqs_queue: { ...queue({ redrive_policy: DEAD_LETTERS }), dead: { name: "dead" } },
    },
    "what looks like a reference is quoted": {
      aws_sqs_queue: queue({
        name: '${replace("aws_sqs_queue.work", ".", "-")}',
        tags: { of: "$${aws_sqs_queue.none.arn}" },
      }),
    },
  },
  fail: {
    "a reference leads nowhere": { aws_sqs_queue: queue({ redrive_policy: DEAD_LETTERS }) },
    "it waits for what is not there": { aws_sqs_queue: queue({ depends_on: ["aws_sqs_queue.dead"] }) },
    "a local is not there": { aws_sqs_queue: queue({ name: "${local.name}" }) },
    "it refers to itself": { aws_sqs_queue: queue({ kms_master_key_id: "${aws_sqs_queue.work.arn}" }) },
    "two wait for each other": {
      aws_sqs_queue: { ...queue({ redrive_policy: DEAD_LETTERS }), dead: { depends_on: ["aws_sqs_queue.work"] } },
    },
    "the circle goes through a local": {
      stacks: {
        dublin: {
          locals: { arn: '${replace(aws_sqs_queue.dead.arn, "a", "b")}' },
          resource: {
            aws_sqs_queue: {
              ...queue({ redrive_policy: "${local.arn}" }),
              dead: { name: "${aws_sqs_queue.work.name}-dead" },
            },
          },
        },
      },
    },
  },
  undecided: {
    "a reference leads into a module": {
      stacks: {
        dublin: {
          module: { keys: { source: "./keys" } },
          resource: { aws_sqs_queue: queue({ kms_master_key_id: "${module.keys.arn}" }) },
        },
      },
    },
  },
};
