import { Construct } from "constructs";
import type { AuditSource } from "../../config/names";
import { regionalArn } from "../../config/place";
import { DataKey } from "../encryption/data-key";

export interface ArchiveKeyProps {
  readonly sources: readonly AuditSource[];
  readonly administratorArns: readonly string[];
  /** The ARN that the estate declares: producers name it. */
  readonly declaredArn: string;
}

/** The archive key's purpose: part of its alias, and its tag. */
export const ARCHIVE_KEY_PURPOSE = "archive";

/**
 * Guarantee: the monitor's own key, with which each declared account's log services can encrypt what
 * they deliver, and with which no account but the monitor's can read it back.
 *
 * Emits a `DataKey` whose ARN must be the declared one. Log delivery carries no `kms:ViaService`: each
 * service is bound by its source instead.
 * Controls: B12, B16, D27, D28, D30, D31.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export class ArchiveKey extends Construct {
  readonly key: DataKey;

  constructor(scope: Construct, id: string, { sources, administratorArns, declaredArn }: ArchiveKeyProps) {
    super(scope, id);
    this.key = new DataKey(this, "key", {
      purpose: ARCHIVE_KEY_PURPOSE,
      description: "Everyone's audit logs, in the monitor's archive",
      administratorArns,
      declaredArn,
    });
    const accounts = { "aws:SourceAccount": sources.map(({ account }) => account) };
    this.allowTrails(sources.map(({ trailArn }) => trailArn));
    this.key.allowService(
      "Logs",
      "delivery.logs.amazonaws.com",
      ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      {
        StringEquals: accounts,
        ArnLike: { "aws:SourceArn": sources.map((source) => regionalArn(source, "logs", "*")) },
      },
    );
    this.key.allowService("Config", "config.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey"], {
      StringEquals: accounts,
    });
    this.key.allowService("Findings", "guardduty.amazonaws.com", ["kms:GenerateDataKey"], {
      StringEquals: accounts,
      ArnLike: { "aws:SourceArn": sources.map((source) => regionalArn(source, "guardduty", "detector/*")) },
    });
  }

  private allowTrails(trailArns: readonly string[]): void {
    const ofTrails = { StringEquals: { "aws:SourceArn": trailArns } };
    this.key.allowService("Trails", "cloudtrail.amazonaws.com", ["kms:GenerateDataKey*"], {
      ...ofTrails,
      StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": trailArns },
    });
    // Bucket keys are on: delivering means decrypting the bucket's key too.
    this.key.allowService("TrailBucketKey", "cloudtrail.amazonaws.com", ["kms:Decrypt", "kms:DescribeKey"], ofTrails);
  }
}
