import type { Examples } from "../../examples";

const queue = (more: Readonly<Record<string, unknown>>) => ({ aws_sqs_queue: { work: { name: "work", ...more } } });
const invocation = { function_name: "copy", input: "{}" };

export const nothingRunsExamples: Examples = {
  policy: "STA-004",
  pass: { "it creates resources and nothing else": queue({}) },
  fail: {
    "a provisioner runs a command": queue({ provisioner: [{ "local-exec": { command: "aws s3 sync" } }] }),
    "a program delivers data to the configuration": {
      stacks: { dublin: { data: { external: { x: { program: ["sh", "-c", "true"] } } } } },
    },
    "a function is called": { aws_lambda_invocation: { copy: invocation } },
  },
  undecided: {
    "an expression decides whether a function is called": {
      aws_lambda_invocation: { copy: { ...invocation, count: "${var.calls}" } },
    },
  },
};
