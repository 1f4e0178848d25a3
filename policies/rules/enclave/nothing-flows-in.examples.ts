import type { Examples } from "../../examples";

const site = (resource: Readonly<Record<string, unknown>>) => ({
  stacks: {
    dublin: { resource },
    enclave: { resource: { aws_s3_bucket: { data: { bucket: "enclave-data" } } } },
  },
});
const replication = (bucket: string) =>
  site({ aws_s3_bucket_replication_configuration: { r: { bucket: "data", rule: [{ destination: { bucket } }] } } });

export const nothingFlowsInExamples: Examples = {
  policy: "ENV-005",
  pass: { "a site sends nothing into it": replication("arn:aws:s3:::archive") },
  fail: {
    "a site replicates into its bucket": replication("arn:aws:s3:::enclave-data"),
    "a site replicates into a bucket of its account that is not judged": replication(
      "arn:aws:s3:::clover-local-enclave-other-500000000005",
    ),
    "events go to its queue": site({
      aws_cloudwatch_event_target: { t: { rule: "r", arn: "arn:aws:sqs:us-east-1:500000000005:work" } },
    }),
    "a network is shared with its account": site({
      aws_ram_principal_association: { p: { principal: "500000000005" } },
    }),
    "a snapshot is shared with its account": site({
      aws_snapshot_create_volume_permission: { p: { snapshot_id: "snap-1", account_id: "500000000005" } },
    }),
  },
  undecided: { "a variable names the target": replication("${var.target}") },
};
