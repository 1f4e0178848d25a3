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
    "a policy is given to a role, by its name": {
      aws_iam_role: { one: { name: "one" } },
      aws_iam_role_policy: { one: { role: "one", policy: "{}" } },
      aws_iam_policy_attachment: { one: { name: "one", roles: ["${aws_iam_role.one.name}"], policy_arn: "one" } },
    },
  },
  fail: {
    "it names a bucket that is not in the output": second("another"),
    "the key's id is written out, and may be any key's": {
      aws_kms_key: { data: {} },
      aws_kms_key_policy: { second: { key_id: "1234abcd-12ab-34cd-56ef-1234567890ab", policy: "{}" } },
    },
    "it names nothing": { aws_sqs_queue_policy: { second: { policy: "{}" } } },
    "permissions are for a role that is not in the output": {
      aws_iam_role_policy: { second: { role: "legacy-reporting", policy: "{}" } },
    },
    "one of two roles that a policy is for is not": {
      aws_iam_role: { one: { name: "one" } },
      aws_iam_policy_attachment: { one: { name: "one", roles: ["one", "legacy-reporting"], policy_arn: "one" } },
    },
    "a policy is for a user too": {
      aws_iam_role: { one: { name: "one" } },
      aws_iam_policy_attachment: { one: { name: "one", roles: ["one"], users: ["legacy"], policy_arn: "one" } },
    },
    "a policy is attached to nobody that is named": {
      aws_iam_policy_attachment: { one: { name: "one", policy_arn: "one" } },
    },
  },
  undecided: {
    "a data source tells which role": {
      aws_iam_role_policy_attachment: { one: { role: "${data.aws_iam_role.one.name}", policy_arn: "one" } },
    },
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
