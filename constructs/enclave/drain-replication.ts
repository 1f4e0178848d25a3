import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { Construct } from "constructs";
import type { DrainPath } from "../../config/names";
import { dnsSuffix, regionalArn } from "../../config/place";
import type { DataKey } from "../encryption/data-key";
import type { EncryptedBucket } from "../encryption/encrypted-bucket";
import { GuaranteeError } from "../guarantee-error";
import { policyDocument, serviceTrust, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { copyEveryObject } from "../storage/replication-rule";

export interface DrainReplicationProps {
  readonly bucket: EncryptedBucket;
  readonly key: DataKey;
  readonly drain: DrainPath;
}

/**
 * Guarantee: every object of the enclave's bucket is copied within fifteen minutes into the drain
 * target's, under the target's key and ownership, and nothing flows back. A deletion is not copied.
 *
 * Emits `aws_s3_bucket_replication_configuration` and the role in which S3 replicates.
 * Controls: A5, A6, F46.
 *
 * @throws drain.foreign-source when the declared path begins at another bucket
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-walkthrough-4.html
 */
export class DrainReplication extends Construct {
  constructor(scope: Construct, id: string, props: DrainReplicationProps) {
    super(scope, id);
    const { bucket, drain } = props;
    const lock = RegionLock.of(this);
    if (drain.sourceBucketArn !== bucket.arn) {
      throw new GuaranteeError(
        "drain.foreign-source",
        this.node.path,
        `'drain.sourceBucketArn' must be ${bucket.arn}, got ${drain.sourceBucketArn}; drain the enclave's own bucket`,
      );
    }
    lock.admit(drain.targetKeyAliasArn);
    const role = new IamRole(this, "role", {
      name: drain.replicationRoleName,
      assumeRolePolicy: serviceTrust("s3.amazonaws.com"),
    });
    new IamRolePolicy(this, "policy", {
      name: "drain",
      role: role.name,
      policy: policyDocument(this.permissions(props)),
    });
    new S3BucketReplicationConfigurationA(this, "configuration", {
      bucket: bucket.hardened.bucket.bucket,
      role: role.arn,
      rule: [
        copyEveryObject("drain", {
          bucket: drain.targetBucketArn,
          account: drain.targetAccount,
          accessControlTranslation: { owner: "Destination" },
          encryptionConfiguration: { replicaKmsKeyId: drain.targetKeyAliasArn },
        }),
      ],
      dependsOn: [bucket.hardened.versioning],
    });
  }

  private permissions({ bucket, key, drain }: DrainReplicationProps): readonly Statement[] {
    const lock = RegionLock.of(this);
    const target = { ...lock.place, region: drain.targetRegion, account: drain.targetAccount };
    const targetKeys = regionalArn(target, "kms", "key/*");
    const allow = (
      Sid: string,
      Action: readonly string[],
      Resource: string,
      Condition?: Statement["Condition"],
    ): Statement => ({
      Sid,
      Effect: "Allow",
      Action,
      Resource,
      ...(Condition ? { Condition } : {}),
    });
    const through = (region: string) => ({
      StringEquals: { "kms:ViaService": `s3.${region}.${dnsSuffix(target.partition)}` },
    });
    return [
      allow("ReadBucket", ["s3:GetReplicationConfiguration", "s3:ListBucket"], bucket.arn),
      allow(
        "ReadObjects",
        ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
        `${bucket.arn}/*`,
      ),
      allow(
        "WriteReplicas",
        ["s3:ObjectOwnerOverrideToBucketOwner", "s3:ReplicateObject", "s3:ReplicateTags"],
        `${drain.targetBucketArn}/*`,
      ),
      allow("Decrypt", ["kms:Decrypt"], key.arn, through(lock.place.region)),
      // The target key's own policy says which of the account's keys this may be.
      allow("EncryptReplicas", ["kms:Encrypt", "kms:GenerateDataKey"], targetKeys, through(drain.targetRegion)),
    ];
  }
}
