import type { Enclave } from "../../../config/estate";
import type { Examples } from "../../examples";

const SOURCE = "clover-local-enclave-user-data-500000000005";
const TARGET = "clover-local-dublin-user-data-200000000002";
const rule = (prefix: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id: prefix,
  status: "Enabled",
  filter: { prefix },
  expiration: [{ days: 30 }],
  noncurrent_version_expiration: [{ noncurrent_days: 30 }],
  ...more,
});
const EXPORT = rule("enclave-table/");
const RECORD = rule("enclave-drained/");
const bucket = (name: string, rules: unknown) => ({
  resource: {
    aws_s3_bucket: { data: { bucket: name } },
    aws_s3_bucket_lifecycle_configuration: { data: { bucket: "${aws_s3_bucket.data.id}", rule: rules } },
  },
});
const both = (source: unknown, target: unknown) => ({
  stacks: { enclave: bucket(SOURCE, source), dublin: bucket(TARGET, target) },
});
const home = (rules: unknown, phase: Enclave["phase"] = "draining") => ({
  stacks: { dublin: bucket(TARGET, rules) },
  enclave: { phase },
});

export const drainEndsExamples: Examples = {
  policy: "ENV-012",
  pass: {
    "the export ends at both ends": both([EXPORT], [EXPORT]),
    "it ends with all that lies beside it": home([rule("enclave-")]),
    "the record ends once the enclave is retired": home([EXPORT, RECORD], "retired"),
  },
  fail: {
    "the export stays at home": both([EXPORT], []),
    "the export stays in the enclave": both([], [EXPORT]),
    "it ends after a year": home([rule("enclave-table/", { expiration: [{ days: 365 }] })]),
    "its old versions stay": home([rule("enclave-table/", { noncurrent_version_expiration: undefined })]),
    "its old versions end after a year": home([
      rule("enclave-table/", { noncurrent_version_expiration: [{ noncurrent_days: 365 }] }),
    ]),
    "its newest old version stays": home([
      rule("enclave-table/", {
        noncurrent_version_expiration: [{ noncurrent_days: 30, newer_noncurrent_versions: 1 }],
      }),
    ]),
    "its delete markers alone end": home([
      rule("enclave-table/", { expiration: [{ days: 0, expired_object_delete_marker: true }] }),
    ]),
    "the rule is off": home([rule("enclave-table/", { status: "Disabled" })]),
    "the rule is of another prefix": home([rule("enclave-tables/")]),
    "the record stays once the enclave is retired": home([EXPORT], "retired"),
  },
  undecided: {
    "a variable says after how many days": home([rule("enclave-table/", { expiration: [{ days: "${var.days}" }] })]),
    "the rules come from an expression": home("${local.rules}"),
  },
  notApplicable: { "neither bucket is judged": { aws_s3_bucket: { data: { bucket: "other" } } } },
};
