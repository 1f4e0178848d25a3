import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { intakePurpose, type AuditSource } from "../../config/names";
import type { DataKey } from "../encryption/data-key";
import type { HardenedBucket } from "../encryption/hardened-bucket";
import { policyDocument, serviceTrust } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { copyEveryObject } from "../storage/replication-rule";

export interface IntakeReplicationProps {
  readonly source: AuditSource;
  readonly intake: HardenedBucket;
  readonly archive: HardenedBucket;
  readonly key: DataKey;
  readonly after: readonly ITerraformDependable[];
}

/**
 * Guarantee: what is delivered into the intake is in the archive, under its retention, within fifteen minutes.
 *
 * Emits `aws_s3_bucket_replication_configuration` within one account and region, and its role.
 * Controls: D30, D32.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
 */
export class IntakeReplication extends Construct {
  constructor(scope: Construct, id: string, { source, intake, archive, key, after }: IntakeReplicationProps) {
    super(scope, id);
    const role = this.replicationRole({ source, intake, archive, key });
    new S3BucketReplicationConfigurationA(this, "configuration", {
      bucket: intake.bucket.bucket,
      role: role.arn,
      rule: [
        copyEveryObject("archive", {
          bucket: archive.arn,
          encryptionConfiguration: { replicaKmsKeyId: key.arn },
        }),
      ],
      dependsOn: [intake.versioning, archive.versioning, ...after],
    });
  }

  private replicationRole({ source, intake, archive, key }: Omit<IntakeReplicationProps, "after">): IamRole {
    const lock = RegionLock.of(this);
    const role = new IamRole(this, "role", {
      name: lock.name(intakePurpose(source.stack)),
      assumeRolePolicy: serviceTrust("s3.amazonaws.com"),
    });
    const reads = [
      "s3:GetObjectLegalHold",
      "s3:GetObjectRetention",
      "s3:GetObjectVersionAcl",
      "s3:GetObjectVersionForReplication",
      "s3:GetObjectVersionTagging",
    ];
    new IamRolePolicy(this, "permissions", {
      name: "replicate",
      role: role.name,
      policy: policyDocument([
        {
          Sid: "Bucket",
          Effect: "Allow",
          Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
          Resource: intake.arn,
        },
        { Sid: "Read", Effect: "Allow", Action: reads, Resource: `${intake.arn}/*` },
        {
          Sid: "Write",
          Effect: "Allow",
          Action: ["s3:ReplicateObject", "s3:ReplicateTags"],
          Resource: `${archive.arn}/*`,
        },
        {
          Sid: "Key",
          Effect: "Allow",
          Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
          Resource: key.arn,
          Condition: { StringEquals: { "kms:ViaService": lock.endpoint("s3") } },
        },
      ]),
    });
    return role;
  }
}
