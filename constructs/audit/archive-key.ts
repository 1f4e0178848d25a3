import { Construct } from "constructs";
import { archivePurpose, type AuditSource } from "../../config/names";
import { regionalArn } from "../../config/place";
import { DataKey } from "../encryption/data-key";

export interface ArchiveKeyProps {
  readonly source: AuditSource;
  readonly administratorArns: readonly string[];
  /** The ARN that the estate declares: producers name it. */
  readonly declaredArn: string;
}

/**
 * Guarantee: the monitor's own key, with which one declared account's log services can encrypt what they
 * deliver, and with which no account but the monitor's can read it back.
 *
 * Emits a `DataKey` whose ARN must be the declared one. Log delivery carries no `kms:ViaService`: each
 * service is bound by its source instead.
 * Controls: B12, B16, D27, D28, D30, D31.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export class ArchiveKey extends Construct {
  readonly key: DataKey;

  constructor(scope: Construct, id: string, { source, administratorArns, declaredArn }: ArchiveKeyProps) {
    super(scope, id);
    this.key = new DataKey(this, "key", {
      purpose: archivePurpose(source.stack),
      description: `Audit logs of ${source.stack}, in the monitor's archive`,
      administratorArns,
      declaredArn,
    });
    const account = { "aws:SourceAccount": source.account };
    this.allowTrail(source.trailArn);
    this.key.allowService(
      "Logs",
      "delivery.logs.amazonaws.com",
      ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      {
        StringEquals: account,
        ArnLike: { "aws:SourceArn": regionalArn(source, "logs", "*") },
      },
    );
    this.key.allowService("Config", "config.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey"], {
      StringEquals: account,
    });
    this.key.allowService("Findings", "guardduty.amazonaws.com", ["kms:GenerateDataKey"], {
      StringEquals: account,
      ArnLike: { "aws:SourceArn": regionalArn(source, "guardduty", "detector/*") },
    });
  }

  private allowTrail(trailArn: string): void {
    const ofTrail = { StringEquals: { "aws:SourceArn": trailArn } };
    this.key.allowService("Trail", "cloudtrail.amazonaws.com", ["kms:GenerateDataKey*"], {
      ...ofTrail,
      StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": trailArn },
    });
    // Bucket keys are on: delivering means decrypting the bucket's key too.
    this.key.allowService("TrailBucketKey", "cloudtrail.amazonaws.com", ["kms:Decrypt", "kms:DescribeKey"], ofTrail);
  }
}
