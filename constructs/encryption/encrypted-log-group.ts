import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Token } from "cdktf";
import { Construct } from "constructs";
import type { DataClass } from "../../config/estate";
import { GuaranteeError } from "../guarantee-error";
import { RegionLock } from "../region/region-lock";
import type { DataKey } from "./data-key";

/** What CloudWatch Logs accepts of a year or more. @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTION_DAYS: readonly number[] = [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

export interface EncryptedLogGroupProps {
  /** Last part of the group's name: the key's policy names its statement after it. */
  readonly purpose: string;
  readonly key: DataKey;
  readonly dataClass: DataClass;
  /** A year or more, of the values that CloudWatch Logs accepts. */
  readonly retentionDays: number;
  /** Log groups are kept by default. A leaving one is destroyed, with its lines, by the deployment that no longer has it. */
  readonly leaving?: boolean;
}

/**
 * Guarantee: log lines are encrypted with a customer-managed key and kept for a year at least.
 *
 * Emits `aws_cloudwatch_log_group`.
 * Controls: B10, G52, H57.
 *
 * @throws log-group.retention when the retention is shorter than a year, or none that AWS accepts
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export class EncryptedLogGroup extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: EncryptedLogGroupProps) {
    super(scope, id);
    if (!Token.isUnresolved(props.retentionDays) && !RETENTION_DAYS.includes(props.retentionDays)) {
      throw new GuaranteeError(
        "log-group.retention",
        this.node.path,
        `'retentionDays' must be one of ${RETENTION_DAYS.join(", ")}, got ${props.retentionDays}; keep logs for a year at least`,
      );
    }
    const lock = RegionLock.of(this);
    this.name = lock.name(props.purpose);
    const groupArn = lock.arn("logs", `log-group:${this.name}`);
    const actions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
    props.key.allowService(`LogGroup${inOneWord(props.purpose)}`, lock.endpoint("logs"), actions, {
      ArnEquals: { "kms:EncryptionContext:aws:logs:arn": groupArn },
    });
    new CloudwatchLogGroup(this, "group", {
      name: this.name,
      kmsKeyId: props.key.arn,
      retentionInDays: props.retentionDays,
      tags: { "data-class": props.dataClass },
      lifecycle: { preventDestroy: !props.leaving },
    });
  }
}

/** `log-validation` is `LogValidation`: a `Sid` has letters and digits alone. */
function inOneWord(purpose: string): string {
  return purpose
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
