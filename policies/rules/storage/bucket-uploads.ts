import type { PrincipalSet } from "../../access/principal";
import { deniesAll } from "../../access/question";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, type Verdict } from "../../verdict";
import type { AttachedPolicy } from "../attached-policy";
import { beyond } from "../beyond";
import { valuesAt } from "../../model/values-at";
import { encryptionsOf } from "../encryption/bucket-own-key";
import { aboutObjects, judgeBucketPolicy } from "./bucket-policy";

const ALGORITHM = "s3:x-amz-server-side-encryption";
const KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const CUSTOMER = "s3:x-amz-server-side-encryption-customer-algorithm";
const RIGHT_ALGORITHMS = ["aws:kms", "aws:kms:dsse"];
const DEFAULT_KEY = "rule.apply_server_side_encryption_by_default.kms_master_key_id";

export const bucketUploads: EachResource = {
  kind: "each",
  id: "STO-002",
  title: "A bucket takes uploads under its own key alone, and those that leave the key to it",
  severity: "high",
  controls: ["B13"],
  rationale:
    "An upload may name another key than the bucket's, or bring one that nobody else knows: the object is then in the site and out of its control. A denial that also holds where no header is sent refuses the logs that AWS delivers.",
  remediation:
    "Build the bucket with EncryptedBucket: each denial of a wrong header holds only where the header is there (Null false).",
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html"],
  construct: "encryption/hardened-bucket",
  types: ["aws_s3_bucket"],

  check(bucket, context) {
    const uploads = (headers: Readonly<Record<string, readonly string[] | "absent">>) =>
      aboutObjects(bucket, context, { actions: ["s3:PutObject"], context: headers });
    return judgeBucketPolicy(bucket, (policy) => {
      const algorithm = beyond(policy.document, [
        { Principal: "*", Condition: { StringEquals: { [ALGORITHM]: RIGHT_ALGORITHMS } } },
      ]);
      const key = beyond(policy.document, ownKeys(bucket));
      return all(
        policy.mustDeny(uploads({ [ALGORITHM]: ["*"] }), "a denial of every algorithm but aws:kms", algorithm),
        policy.mustDeny(uploads({ [KEY]: ["*"] }), "a denial of every key but the bucket's own", key),
        policy.mustDeny(uploads({ [CUSTOMER]: ["*"] }), "a denial of keys that the caller brings"),
        ...leavesDefaultOpen(policy, bucket, context),
      );
    });
  },
};

function ownKeys(bucket: Resource) {
  const keys = encryptionsOf(bucket).flatMap((encryption) => valuesAt(encryption, DEFAULT_KEY));
  const texts = keys.flatMap(({ text }) => text ?? []);
  return texts.map((text) => ({ Principal: "*" as const, Condition: { StringEquals: { [KEY]: text } } }));
}

/** Asked of the bucket's own people and of services apart; of those whose every upload is denied, nothing is asked. */
function leavesDefaultOpen(policy: AttachedPolicy, bucket: Resource, context: Context): readonly Verdict[] {
  const uploaders: readonly PrincipalSet[] = [{ kind: "account", account: bucket.account }, { kind: "service" }];
  return uploaders.map((uploader): Verdict => {
    const secure = { "aws:SecureTransport": ["true"], "s3:TlsVersion": ["1.2", "1.3"], [CUSTOMER]: "absent" } as const;
    const about = { principals: [uploader], actions: ["s3:PutObject"] };
    const any = aboutObjects(bucket, context, { ...about, context: secure });
    if (deniesAll(policy.document, any).answer === "yes") return policy.mustDeny(any, "a denial of every upload");
    const headers = { [ALGORITHM]: "absent", [KEY]: "absent" } as const;
    const byDefault = aboutObjects(bucket, context, { ...about, context: { ...secure, ...headers } });
    return policy.mustLeaveOpen(byDefault, "uploads that leave the key to the bucket");
  });
}
