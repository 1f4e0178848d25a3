import type { Examples } from "../../examples";

const queue = { resource: { aws_sqs_queue: { work: { name: "work" } } } };

export const everythingReadExamples: Examples = {
  policy: "STA-002",
  pass: { "all of it stands in one file": { stacks: { dublin: queue } } },
  fail: {
    "a resource is declared twice": {
      stacks: { dublin: { resource: { aws_sqs_queue: { work: [{ name: "work" }, { name: "other" }] } } } },
    },
  },
  undecided: {
    "a module's resources are elsewhere": { stacks: { dublin: { ...queue, module: { more: { source: "./more" } } } } },
    "the deployment chooses a value": { stacks: { dublin: { ...queue, variable: { region: {} } } } },
    "a data source of another provider fetches something": {
      stacks: { dublin: { ...queue, data: { http: { x: { url: "https://example.org" } } } } },
    },
    "another provider makes something": { stacks: { dublin: { ...queue, provider: { google: {} } } } },
  },
};
