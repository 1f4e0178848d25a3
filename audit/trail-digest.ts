import { sha256 } from "../config/digest";
import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";

/** What CloudTrail writes every hour, in each region, about the log files that it delivered. */
export type TrailDigest = z.infer<typeof DIGEST>;

const NAMED = z.string().min(1);

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html */
const DIGEST = z.object({
  awsAccountId: NAMED,
  digestStartTime: z.iso.datetime(),
  digestEndTime: z.iso.datetime(),
  digestS3Bucket: NAMED,
  digestS3Object: NAMED,
  digestPublicKeyFingerprint: NAMED,
  digestSignatureAlgorithm: z.literal("SHA256withRSA"),
  newestEventTime: z.string().nullable(),
  oldestEventTime: z.string().nullable(),
  /** All five are null where a chain begins. */
  previousDigestS3Bucket: NAMED.nullable(),
  previousDigestS3Object: NAMED.nullable(),
  previousDigestHashValue: NAMED.nullable(),
  previousDigestHashAlgorithm: z.literal("SHA-256").nullable(),
  previousDigestSignature: NAMED.nullable(),
  logFiles: z.array(
    z.object({
      s3Bucket: NAMED,
      s3Object: NAMED,
      hashValue: NAMED,
      hashAlgorithm: z.literal("SHA-256"),
      newestEventTime: z.string(),
      oldestEventTime: z.string(),
    }),
  ),
});

/** The digest that a file's content is, or nothing when it is none. */
export function readDigest(content: Uint8Array): TrailDigest | undefined {
  try {
    return DIGEST.safeParse(JSON.parse(Buffer.from(content).toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

/**
 * What CloudTrail signs: the time, the place, the content and the signature before.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html
 */
export function signedText(digest: TrailDigest, content: Uint8Array): string {
  return [
    digest.digestEndTime,
    `${digest.digestS3Bucket}/${digest.digestS3Object}`,
    sha256(content),
    digest.previousDigestSignature ?? "null",
  ].join("\n");
}

/**
 * Whether a signature is that of a text: SHA-256 with RSA, PKCS #1 v1.5.
 *
 * @param publicKey DER, PKCS #1, as `cloudtrail:ListPublicKeys` gives it
 * @param signature hexadecimal
 */
export function isSignatureOf(signature: string, text: string, publicKey: Uint8Array): boolean {
  if (!/^(?:[0-9a-f]{2})+$/i.test(signature)) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: "der", type: "pkcs1" });
    return verify("sha256", Buffer.from(text), key, Buffer.from(signature, "hex"));
  } catch {
    return false;
  }
}
