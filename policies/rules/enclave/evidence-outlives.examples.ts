import type { Examples } from "../../examples";

const enclave = (s3_bucket_name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  stacks: { enclave: { resource: { aws_cloudtrail: { audit: { name: "audit", s3_bucket_name } } }, ...more } },
});
const ARCHIVE = "clover-local-monitor-enclave-archive-900000000009";
const state = (region: string) => ({ terraform: { backend: { s3: { bucket: "state", region } } } });

export const evidenceOutlivesExamples: Examples = {
  policy: "ENV-006",
  pass: {
    "logs go to the monitor's archive": enclave(ARCHIVE),
    "its state is in Ireland": enclave(ARCHIVE, state("eu-west-1")),
  },
  fail: {
    "logs go to a bucket of its own": enclave("clover-local-enclave-logs-500000000005"),
    "its state is in the United States": enclave(ARCHIVE, state("us-west-2")),
    "the monitor's archive is in its account": { ...enclave(ARCHIVE), enclave: { account: "900000000009" } },
  },
  undecided: { "a variable names the bucket": enclave("${var.bucket}") },
  notApplicable: { "the enclave is not judged": {} },
};
