import { LambdaCodeSigningConfig } from "@cdktf/provider-aws/lib/lambda-code-signing-config";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { SignerSigningJob } from "@cdktf/provider-aws/lib/signer-signing-job";
import { SignerSigningProfile } from "@cdktf/provider-aws/lib/signer-signing-profile";
import { AssetType, TerraformAsset } from "cdktf";
import { Construct } from "constructs";
import type { FunctionBundle } from "../../functions/function-bundle";
import type { DataKey } from "../encryption/data-key";
import { EncryptedBucket } from "../encryption/encrypted-bucket";
import { RegionLock } from "../region/region-lock";

/** The one platform that Lambda takes. @see https://docs.aws.amazon.com/signer/latest/developerguide/gs-platform.html */
const PLATFORM = "AWSLambda-SHA384-ECDSA";

export interface SignedCodeProps {
  /** Encrypts the code where it lies. */
  readonly key: DataKey;
  readonly organizationId: string;
}

/** Where a signed bundle lies. */
export interface SignedArtifact {
  readonly bucket: string;
  readonly key: string;
}

/**
 * Guarantee: functions of this stack run code that was bundled with the estate and signed while it was
 * deployed, and AWS refuses any other.
 *
 * Emits `aws_signer_signing_profile`, `aws_lambda_code_signing_config` and an encrypted bucket, and for
 * each bundle an `aws_s3_object` and an `aws_signer_signing_job`.
 * Controls: B10, H63.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
 */
export class SignedCode extends Construct {
  readonly signingConfigArn: string;
  private readonly bucket: EncryptedBucket;
  private readonly profile: SignerSigningProfile;

  constructor(scope: Construct, id: string, props: SignedCodeProps) {
    super(scope, id);
    this.bucket = new EncryptedBucket(this, "bucket", {
      purpose: "functions",
      key: props.key,
      dataClass: "interoperable",
      organizationId: props.organizationId,
    });
    this.profile = new SignerSigningProfile(this, "profile", {
      // Letters, digits and underscores alone.
      name: RegionLock.of(this).name("functions").replaceAll("-", "_"),
      platformId: PLATFORM,
    });
    this.signingConfigArn = new LambdaCodeSigningConfig(this, "signing", {
      description: "Code that this stack's deployment has signed, and no other",
      allowedPublishers: { signingProfileVersionArns: [this.profile.versionArn] },
      policies: { untrustedArtifactOnDeployment: "Enforce" },
    }).arn;
  }

  /** Signs a bundle, and says where the signed one lies. */
  sign(bundle: FunctionBundle): SignedArtifact {
    const scope = new Construct(this, bundle.name);
    const asset = new TerraformAsset(scope, "bundle", {
      path: bundle.zipFile,
      type: AssetType.FILE,
      assetHash: bundle.sha256,
    });
    const { bucket, bucketName, versioning } = this.bucket.hardened;
    const unsigned = new S3Object(scope, "unsigned", {
      bucket: bucket.bucket,
      key: `unsigned/${bundle.name}/${bundle.sha256}.zip`,
      source: asset.path,
      dependsOn: [versioning],
    });
    const job = new SignerSigningJob(scope, "signature", {
      profileName: this.profile.name,
      source: { s3: { bucket: bucket.bucket, key: unsigned.key, version: unsigned.versionId } },
      destination: { s3: { bucket: bucket.bucket, prefix: `signed/${bundle.name}/` } },
    });
    // The bucket is literal: what only the job knows is the name that it gave the object.
    return { bucket: bucketName, key: job.signedObject.get(0).s3.get(0).key };
  }
}
