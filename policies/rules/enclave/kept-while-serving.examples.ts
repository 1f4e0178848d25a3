import type { Enclave } from "../../../config/estate";
import type { Examples } from "../../examples";

const KEPT = { lifecycle: { prevent_destroy: true } };
const bucket = (more: Readonly<Record<string, unknown>>, phase: Enclave["phase"] = "serving") => ({
  stacks: { enclave: { resource: { aws_s3_bucket: { b: { bucket: "b", ...more } } } } },
  enclave: { phase },
});
const table = (more: Readonly<Record<string, unknown>>) => ({
  stacks: { enclave: { resource: { aws_dynamodb_table: { t: { name: "t", ...more } } } } },
});

export const keptWhileServingExamples: Examples = {
  policy: "ENV-007",
  pass: {
    "a bucket is kept": bucket(KEPT),
    "a table is kept": table(KEPT),
    "a key is kept": { stacks: { enclave: { resource: { aws_kms_key: { k: KEPT } } } } },
  },
  fail: {
    "Terraform may destroy a bucket": bucket({}),
    "Terraform empties the bucket first": bucket({ ...KEPT, force_destroy: true }),
    "Terraform may delete a table": table({ lifecycle: { prevent_destroy: false } }),
    "Terraform may end a key": { stacks: { enclave: { resource: { aws_kms_key: { k: {} } } } } },
  },
  undecided: { "a variable decides": bucket({ ...KEPT, force_destroy: "${var.empty}" }) },
  notApplicable: {
    "it is draining, and has to go": bucket({ force_destroy: true }, "draining"),
    "it is a site's": { aws_s3_bucket: { b: { bucket: "b" } } },
    "it holds audit records": bucket({ tags: { "data-class": "audit" } }),
  },
};
