import type { Examples } from "../../examples";

const config = { bucket: "clover-state", key: "norway.tfstate", region: "eu-north-1" };

export const noForeignStateExamples: Examples = {
  policy: "STA-007",
  pass: { "it reads none": {} },
  fail: {
    "it reads another's for a name": {
      stacks: { dublin: { data: { terraform_remote_state: { norway: { backend: "s3", config } } } } },
    },
  },
  undecided: { "a module may read one": { stacks: { dublin: { module: { network: { source: "./network" } } } } } },
};
