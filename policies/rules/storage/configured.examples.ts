import type { Examples } from "../../examples";
import { bucketWith, deny } from "./example-bucket";

const bucket = bucketWith(deny({ Bool: { "aws:SecureTransport": "false" } }));
const second = (name: string) => ({
  ...bucket,
  aws_s3_bucket_policy: { ...bucket.aws_s3_bucket_policy, second: { bucket: name, policy: "{}" } },
});

export const configuredExamples: Examples = {
  policy: "STO-014",
  pass: {
    "a policy names its bucket": bucket,
    "a key's policy names its key": {
      aws_kms_key: { data: {} },
      aws_kms_key_policy: { data: { key_id: "${aws_kms_key.data.id}", policy: "{}" } },
    },
  },
  fail: {
    "it names a bucket that is not in the output": second("another"),
    "the key's id is written out, and may be any key's": {
      aws_kms_key: { data: {} },
      aws_kms_key_policy: { second: { key_id: "1234abcd-12ab-34cd-56ef-1234567890ab", policy: "{}" } },
    },
    "it names nothing": { aws_sqs_queue_policy: { second: { policy: "{}" } } },
  },
  undecided: {
    "a function tells which bucket": second('${lower("DATA")}'),
    "a data source tells which bucket": second("${data.aws_s3_bucket.data.id}"),
    "a variable tells which queue": { aws_sqs_queue_policy: { second: { queue_url: "${var.queue}", policy: "{}" } } },
  },
  notApplicable: {
    "it is about the account's default bus, which is no resource": {
      aws_cloudwatch_event_bus_policy: { bus: { policy: "{}" } },
    },
  },
};
