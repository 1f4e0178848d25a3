import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import type { DataClass } from "../../config/estate";
import { policyDocument, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import type { DataKey } from "./data-key";

/** Parts of an upload that nobody finished. */
const ABORT_UPLOAD_DAYS = 7;
/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html */
const LEAST_TLS = "1.2";

/** Days that a version of a passing object is kept once it is replaced or has expired. */
const PASSING_NONCURRENT_DAYS = 30;

/** Objects that expire, while the bucket keeps all others. */
export interface PassingObjects {
  /** Of the lifecycle's rule. */
  readonly id: string;
  /** Of their keys, its last slash included. */
  readonly prefix: string;
  /** Days after which they expire. */
  readonly days: number;
}

export interface HardenedBucketProps {
  /** Last part of the bucket's name, before the account. */
  readonly purpose: string;
  readonly key: DataKey;
  readonly dataClass: DataClass;
  /** Who is let in and who is kept out, besides what every bucket denies. */
  readonly statements: readonly Statement[];
  /** Days that a replaced or deleted version is kept. */
  readonly noncurrentDays: number;
  /** Days after which objects expire; for what lies here only on its way elsewhere. Kept by default. */
  readonly expireDays?: number;
  /** What under a prefix lies here only on its way elsewhere. Nothing by default. */
  readonly passing?: readonly PassingObjects[];
  /** Whether the bucket can hold write-once objects; settled when it is created. */
  readonly objectLock?: boolean;
  /** Buckets are kept by default. A leaving one is destroyed, with what is in it, by the deployment that no longer has it. */
  readonly leaving?: boolean;
}

/**
 * Guarantee: every object is encrypted with the given key, every version is kept, nothing is public,
 * nobody owns an object but the bucket's owner, and nothing is sent in clear.
 *
 * Emits `aws_s3_bucket` with its encryption, versioning, ownership, public access block, lifecycle and policy.
 * Controls: B10, B12, B13, B14, G52, H58.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-conflicts.html
 */
export class HardenedBucket extends Construct {
  /** Literal, so that policies and other stacks can name it. */
  readonly bucketName: string;
  readonly arn: string;
  /** What has to exist before anything is delivered here. */
  readonly policy: S3BucketPolicy;
  readonly versioning: S3BucketVersioningA;
  readonly bucket: S3Bucket;

  constructor(scope: Construct, id: string, props: HardenedBucketProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    this.bucketName = lock.bucketName(props.purpose);
    this.arn = lock.bucketArn(this.bucketName);
    props.key.allowUseThrough("s3");

    this.bucket = new S3Bucket(this, "bucket", {
      bucket: this.bucketName,
      objectLockEnabled: props.objectLock ?? false,
      forceDestroy: props.leaving ?? false,
      tags: { "data-class": props.dataClass },
      lifecycle: { preventDestroy: !props.leaving },
    });
    const bucket = this.bucket.bucket;
    this.versioning = new S3BucketVersioningA(this, "versioning", {
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket,
      rule: [
        {
          bucketKeyEnabled: true,
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: props.key.arn },
        },
      ],
    });
    new S3BucketOwnershipControls(this, "ownership", { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
    const block = new S3BucketPublicAccessBlock(this, "public-access-block", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    this.policy = new S3BucketPolicy(this, "policy", {
      bucket,
      policy: policyDocument([...this.denials(props.key.arn), ...props.statements]),
      dependsOn: [block],
    });
    this.addLifecycle(props);
  }

  private addLifecycle({ noncurrentDays, expireDays, passing = [] }: HardenedBucketProps): void {
    new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket: this.bucket.bucket,
      rule: [
        {
          id: "tidy",
          status: "Enabled",
          filter: [{}],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: ABORT_UPLOAD_DAYS }],
          noncurrentVersionExpiration: [{ noncurrentDays }],
          ...(expireDays === undefined ? {} : { expiration: [{ days: expireDays }] }),
        },
        // Where two rules are about one object, S3 follows the shorter.
        ...passing.map(({ id, prefix, days }) => ({
          id,
          status: "Enabled",
          filter: [{ prefix }],
          expiration: [{ days }],
          noncurrentVersionExpiration: [{ noncurrentDays: PASSING_NONCURRENT_DAYS }],
        })),
      ],
      dependsOn: [this.versioning],
    });
  }

  /**
   * What no caller may do.
   *
   * A header that is absent means the bucket's own default, which is right: each denial of a wrong
   * header holds only where the header is there, or every upload that relies on the default, log
   * delivery among them, would be refused.
   */
  private denials(keyArn: string): readonly Statement[] {
    const everything = [this.arn, `${this.arn}/*`];
    const deny = (
      Sid: string,
      Action: string,
      Resource: readonly string[],
      Condition: Statement["Condition"],
    ): Statement => ({
      Sid,
      Effect: "Deny",
      Principal: "*",
      Action,
      Resource,
      Condition,
    });
    const wrongHeader = (sid: string, header: string, right: string) =>
      deny(sid, "s3:PutObject", [`${this.arn}/*`], {
        Null: { [header]: "false" },
        StringNotEquals: { [header]: right },
      });
    return [
      deny("InsecureTransport", "s3:*", everything, { Bool: { "aws:SecureTransport": "false" } }),
      deny("OldTls", "s3:*", everything, { NumericLessThan: { "s3:TlsVersion": LEAST_TLS } }),
      wrongHeader("WrongKey", "s3:x-amz-server-side-encryption-aws-kms-key-id", keyArn),
      wrongHeader("WrongAlgorithm", "s3:x-amz-server-side-encryption", "aws:kms"),
      deny("CustomerProvidedKey", "s3:PutObject", [`${this.arn}/*`], {
        Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" },
      }),
    ];
  }
}
