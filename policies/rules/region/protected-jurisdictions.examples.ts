import type { Examples } from "../../examples";

const at = (region: string, stack = "dublin") => ({
  [stack]: { provider: { aws: [{ region, allowed_account_ids: ["200000000002"] }] } },
});

export const protectedJurisdictionsExamples: Examples = {
  policy: "REG-005",
  pass: {
    "the region is in the European Economic Area": { stacks: at("eu-central-1") },
    "the enclave is where its declared ground holds": { stacks: at("us-east-1", "enclave") },
    "the monitor is where its declared ground holds": { stacks: at("eu-west-2", "monitor") },
  },
  fail: {
    "a European name is in another jurisdiction": { stacks: at("eu-west-2") },
    "a European name is in Switzerland": { stacks: at("eu-central-2") },
    "the region is in the United States": { stacks: at("us-east-1") },
    "nobody knows the region": { stacks: at("eu-nowhere-1") },
    "the enclave's ground has expired": { stacks: at("us-east-1", "enclave"), today: "2028-01-01" },
    "the enclave's ground is for another country": { stacks: at("ap-south-1", "enclave") },
  },
  undecided: { "a variable names the region": { stacks: at("${var.region}") } },
  notApplicable: { "the stack is none of the declared ones": { stacks: at("us-east-1", "other") } },
};
