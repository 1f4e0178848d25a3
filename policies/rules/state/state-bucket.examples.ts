import type { Examples } from "../../examples";

const ARN = "arn:aws:kms:eu-west-1:200000000002:key/00000000-0000-4000-8000-000000000201";
const provider = { aws: [{ region: "eu-west-1", allowed_account_ids: ["200000000002"] }] };
const handedOver = { lifecycle: { postcondition: [{ condition: `\${self.arn == "${ARN}"}` }] } };

function stack(bucket: Readonly<Record<string, unknown>>, status: unknown = "Enabled", key = "${aws_kms_key.own.arn}") {
  const rule = [{ apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: key } }];
  const own = "${aws_s3_bucket.state.bucket}";
  return {
    "state-dublin": {
      provider,
      resource: {
        aws_kms_key: { own: handedOver },
        aws_s3_bucket: {
          state: {
            bucket: "clover-local-state-dublin-terraform-200000000002",
            lifecycle: { prevent_destroy: true },
            ...bucket,
          },
        },
        aws_s3_bucket_versioning: { state: { bucket: own, versioning_configuration: { status } } },
        aws_s3_bucket_server_side_encryption_configuration: { state: { bucket: own, rule } },
      },
    },
  };
}
const state = { backend: "s3", keyArns: { dublin: ARN } } as const;

export const stateBucketExamples: Examples = {
  policy: "STA-006",
  pass: {
    "it is the declared one, with its own key": { stacks: stack({}), state },
    "a bucket is made that no stack is declared to use yet": { stacks: stack({}) },
  },
  fail: {
    "the stack that makes it makes none": { stacks: { "state-dublin": { provider } }, state },
    "it has another name than is declared": { stacks: stack({ bucket: "state" }), state },
    "a deployment can destroy it": { stacks: stack({ lifecycle: {} }), state },
    "it is destroyed with what is in it": { stacks: stack({ force_destroy: true }), state },
    "it keeps one version": { stacks: stack({}, "Suspended"), state },
    "its key is AWS's": { stacks: stack({}, "Enabled", "alias/aws/s3"), state },
    "its key is another one than was handed over": {
      stacks: stack({}),
      state: { backend: "s3", keyArns: { dublin: ARN.replace("201", "202") } },
    },
  },
  undecided: {
    "a variable decides whether versions are kept": { stacks: stack({}, "${var.versioning}"), state },
  },
  notApplicable: { "no bucket for states is declared": { stacks: { dublin: {} } } },
};
