import { EbsDefaultKmsKey } from "@cdktf/provider-aws/lib/ebs-default-kms-key";
import { EbsEncryptionByDefault } from "@cdktf/provider-aws/lib/ebs-encryption-by-default";
import { Construct } from "constructs";
import type { DataKey } from "./data-key";

export interface EbsEncryptionProps {
  readonly key: DataKey;
}

/**
 * Guarantee: every volume that anybody creates in this account and region is encrypted, and, unless
 * its creator names another key, with this one.
 *
 * Emits `aws_ebs_encryption_by_default` and `aws_ebs_default_kms_key`.
 * Controls: B18.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
 */
export class EbsEncryption extends Construct {
  constructor(scope: Construct, id: string, { key }: EbsEncryptionProps) {
    super(scope, id);
    key.allowGrantsThrough("ec2");
    new EbsEncryptionByDefault(this, "default", { enabled: true });
    new EbsDefaultKmsKey(this, "key", { keyArn: key.arn });
  }
}
