import type { Examples } from "../../examples";

const bucket = { aws_s3_bucket: { data: { bucket: "data" } } };
const key = { aws_kms_key: { own: { enable_key_rotation: true } } };
const ARN = "${aws_kms_key.own.arn}";
const rule = (sse_algorithm: string, kms_master_key_id?: string, bucket_key_enabled: unknown = true) => ({
  rule: [{ apply_server_side_encryption_by_default: { sse_algorithm, kms_master_key_id }, bucket_key_enabled }],
});
const encryption = (...like: Parameters<typeof rule>) => ({
  aws_s3_bucket_server_side_encryption_configuration: {
    data: { bucket: "${aws_s3_bucket.data.bucket}", ...rule(...like) },
  },
});
const inline = (...like: Parameters<typeof rule>) => ({
  aws_s3_bucket: { data: { bucket: "data", server_side_encryption_configuration: rule(...like) } },
});

export const bucketOwnKeyExamples: Examples = {
  policy: "ENC-003",
  pass: {
    "a key of the same stack": { ...bucket, ...key, ...encryption("aws:kms", ARN) },
    "encryption stands on the bucket itself": { ...key, ...inline("aws:kms", ARN) },
  },
  fail: {
    "no encryption is configured": { ...bucket, ...key },
    "the algorithm is Amazon's own": { ...bucket, ...key, ...encryption("AES256") },
    "the algorithm on the bucket itself is Amazon's own": inline("AES256"),
    "no key is named, so AWS picks its own": { ...bucket, ...key, ...encryption("aws:kms") },
    "the key is AWS-managed": { ...bucket, ...encryption("aws:kms", "alias/aws/s3") },
    "the key is named by its id, which S3 looks up in the uploader's account": {
      ...bucket,
      ...key,
      ...encryption("aws:kms", "${aws_kms_key.own.key_id}"),
    },
    "every object asks for a key of its own": { ...bucket, ...key, ...encryption("aws:kms", ARN, false) },
  },
  undecided: {
    "the key comes from a variable": { ...bucket, ...key, ...encryption("aws:kms", "${var.key}") },
    "the key comes through a function": {
      ...bucket,
      ...key,
      ...encryption("aws:kms", '${replace(aws_kms_key.own.arn, "a", "b")}'),
    },
    "it is configured in both forms": { ...key, ...inline("aws:kms", ARN), ...encryption("aws:kms", ARN) },
  },
};
