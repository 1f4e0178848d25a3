import type { Examples } from "../../examples";

export const knownTypeExamples: Examples = {
  policy: "ENC-001",
  pass: {
    "the type is in the catalogue": { aws_sqs_queue: { orders: {} } },
  },
  fail: {
    "a stack of CloudFormation makes what is not shown": { aws_cloudformation_stack: { hidden: { name: "hidden" } } },
  },
  undecided: {
    "the type is not in the catalogue": { aws_shop: { new: {} } },
    "the type is another provider's": { random_password: { database: { length: 16 } } },
  },
};
