import type { Examples } from "../../examples";

const queue = { resource: { aws_sqs_queue: { work: { name: "work" } } } };

export const stacksPresentExamples: Examples = {
  policy: "STA-001",
  pass: { "it holds something": { stacks: { dublin: queue } } },
  fail: {
    "it is empty": { stacks: { dublin: {}, norway: queue } },
    "a whole output lacks declared stacks": { stacks: { dublin: queue, norway: queue }, whole: true },
  },
  undecided: {
    "an expression decides whether there is anything in it": {
      stacks: { dublin: { resource: { aws_sqs_queue: { work: { count: "${var.queues}" } } } } },
    },
  },
  notApplicable: { "a part of the output has none of the declared stacks": { stacks: { other: queue } } },
};
