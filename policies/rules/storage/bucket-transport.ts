import type { EachResource } from "../../policy";
import { all } from "../../verdict";
import { aboutBucket, judgeBucketPolicy } from "./bucket-policy";

const SECURE = "aws:SecureTransport";

export const bucketTransport: EachResource = {
  kind: "each",
  id: "STO-001",
  title: "A bucket answers nobody in clear, nor under a TLS older than 1.2",
  severity: "high",
  controls: ["B14"],
  rationale:
    "What is sent in clear is read on the way, whatever encrypts it where it lies. TLS 1.0 and 1.1 are broken and retired.",
  remediation: "Build the bucket with EncryptedBucket: its policy denies both to everybody, services included.",
  sources: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html",
  ],
  construct: "encryption/hardened-bucket",
  types: ["aws_s3_bucket"],

  check(bucket, context) {
    const clear = aboutBucket(bucket, context, { context: { [SECURE]: ["false"] } });
    const old = aboutBucket(bucket, context, { context: { [SECURE]: ["true"], "s3:TlsVersion": ["1.0", "1.1"] } });
    return judgeBucketPolicy(bucket, (policy) =>
      all(
        policy.mustDeny(clear, "a denial of everything that is sent in clear"),
        policy.mustDeny(old, "a denial of every TLS older than 1.2"),
      ),
    );
  },
};
