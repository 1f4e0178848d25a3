import type { Examples } from "../../examples";

const store = (more: Readonly<Record<string, unknown>> = {}) => ({
  enclave: { resource: { aws_dynamodb_table: { t: { name: "t", ...more } } } },
});
const records = { enclave: { resource: { aws_sqs_queue: { q: { name: "q", tags: { "data-class": "audit" } } } } } };

export const endsOnTimeExamples: Examples = {
  policy: "ENV-001",
  pass: {
    "the sunset is ahead": { stacks: store() },
    "it is the day of the sunset": { stacks: store(), today: "2027-09-30" },
    "a retired enclave holds nothing but records": {
      stacks: records,
      enclave: { phase: "retired" },
      today: "2030-01-01",
    },
  },
  fail: {
    "the sunset has passed": { stacks: store(), today: "2027-10-01" },
    "the sunset has passed and nobody retired it": { stacks: records, today: "2027-10-01" },
    "a retired enclave holds data still": { stacks: store(), enclave: { phase: "retired" } },
    "another stack holds data in its account": {
      stacks: {
        enclave: {},
        other: {
          provider: { aws: [{ region: "us-east-1", allowed_account_ids: ["500000000005"] }] },
          resource: { aws_s3_bucket: { b: { bucket: "b" } } },
        },
      },
      enclave: { phase: "retired" },
    },
  },
  undecided: {
    "an expression decides whether a store is left": {
      stacks: store({ count: "${var.tables}" }),
      enclave: { phase: "retired" },
    },
  },
  notApplicable: { "the enclave is not judged": {} },
};
