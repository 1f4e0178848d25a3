import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, undecided, type Verdict } from "../../verdict";
import { textMust } from "../text-must";
import { mustBeOwnKey } from "./own-key";

const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration";
/** The older form, on the bucket itself. */
const INLINE = "server_side_encryption_configuration";

export const bucketOwnKey: EachResource = {
  kind: "each",
  id: "ENC-003",
  title: "A bucket encrypts every object with a customer-managed key of its own account and region",
  severity: "critical",
  controls: ["B10", "B12"],
  rationale:
    "Whoever controls the key controls the data. A key of another account or region puts the decision to decrypt outside the site; an AWS-managed one cannot be withdrawn.",
  remediation: "Build the bucket with EncryptedBucket and a DataKey of the same stack.",
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html"],
  construct: "encryption/encrypted-bucket",
  types: ["aws_s3_bucket"],

  check(bucket, context) {
    const configurations = encryptionsOf(bucket);
    const [encryption, ...others] = configurations;
    if (!encryption) return fail(bucket.root.at, "nothing", `an ${ENCRYPTION} of this bucket`);
    if (others.length > 0 || encryption.resource.exists !== bucket.exists) {
      return undecided(bucket.root.at, "several, or a number that an expression decides", `exactly one ${ENCRYPTION}`);
    }
    const [first, ...more] = encryption.value("rule").items();
    if (!first) return fail(encryption.value("rule").at, "nothing", "a rule");
    return all(judge(first, context), ...more.map((rule) => judge(rule, context)));
  },
};

function judge(rule: Value, context: Context): Verdict {
  const byDefault = rule.value("apply_server_side_encryption_by_default[0]");
  const key = byDefault.value("kms_master_key_id");
  return all(
    byDefault.value("sse_algorithm").mustBe("aws:kms", "aws:kms:dsse"),
    mustBeOwnKey(key, context),
    // S3 looks an id or an alias up in the account of whoever uploads.
    textMust(key, "the key's full ARN", (text) => /^arn:[^:]+:kms:.*:key\//.test(text)),
    rule.value("bucket_key_enabled").mustBe(true),
  );
}

/** Where a bucket's encryption is configured, in either form. */
export function encryptionsOf(bucket: Resource): readonly Value[] {
  const inline = bucket.value(INLINE);
  return [
    ...(inline.isAbsent ? [] : inline.items()),
    ...bucket.companions(ENCRYPTION, "bucket").map((companion) => companion.root),
  ];
}
