import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Construct } from "constructs";
import type { Estate } from "../../config/estate";
import { archivePurpose, auditSources } from "../../config/names";
import type { FunctionBundle } from "../../functions/function-bundle";
import type { DataKey } from "../encryption/data-key";
import { functionAlarm } from "../functions/function-alarm";
import { scheduleRole } from "../functions/schedule-role";
import type { SignedCode } from "../functions/signed-code";
import { SignedFunction } from "../functions/signed-function";
import type { Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { archiveWriting } from "./archive-writing";

/** The longest that Lambda lets a function run. A day of a busy account is some thousand files. */
const TIMEOUT_SECONDS = 900;
/** After the day's last digests have arrived. */
const DAILY = "cron(0 4 * * ? *)";
const DAY_SECONDS = 24 * 60 * 60;
const LOG_DAYS = 400;

export interface LogValidationProps {
  readonly estate: Estate;
  readonly bundle: FunctionBundle;
  readonly code: SignedCode;
  readonly key: DataKey;
}

/**
 * Guarantee: every day, what each trail recorded the day before is proved whole from its chain of signed digests, in the
 * monitor's account and with nothing of the operator's; the verdict is kept in the archive, under its retention. A day
 * that is not proved, and a day on which nothing was validated, raises an alarm.
 *
 * The function runs in no network: CloudTrail tells the keys that it signs with in each region apart.
 *
 * Emits a `SignedFunction`, an `aws_scheduler_schedule` for each trail with the role that calls the function, and two
 * `aws_cloudwatch_metric_alarm`.
 * Controls: D27, D35.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html
 */
export class LogValidation extends Construct {
  constructor(scope: Construct, id: string, { estate, bundle, code, key }: LogValidationProps) {
    super(scope, id);
    const validation = new SignedFunction(this, "function", {
      bundle,
      code,
      key,
      description: "Proves what each trail recorded from its chain of signed digests",
      dataClass: "audit",
      permissions: permissions(estate, RegionLock.of(this)),
      environment: { PREFIX: estate.organization.prefix, ACCOUNT: estate.monitor.account },
      timeoutSeconds: TIMEOUT_SECONDS,
      logRetentionDays: LOG_DAYS,
    });
    this.validateDaily(estate, validation, key);
    functionAlarm(this, "failed", validation, "A trail is not proved whole, or could not be looked at", {
      metricName: "Errors",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      period: 3600,
      treatMissingData: "notBreaching",
    });
    functionAlarm(this, "missing", validation, "No trail was looked at for a day", {
      metricName: "Invocations",
      comparisonOperator: "LessThanThreshold",
      period: DAY_SECONDS,
      treatMissingData: "breaching",
    });
  }

  private validateDaily(estate: Estate, { arn }: SignedFunction, key: DataKey): void {
    const lock = RegionLock.of(this);
    const roleArn = scheduleRole(this, { name: "log-validation-schedule", functionArn: arn, key });
    for (const { stack } of auditSources(estate)) {
      // Under the schedule's own name: beside the function's parts, a site may be called `function`.
      new SchedulerSchedule(this, `validate-${stack}`, {
        name: lock.name(`validate-${stack}`),
        description: `Proves what the trail of ${stack} recorded the day before`,
        scheduleExpression: DAILY,
        // One at a time: the function runs once at once.
        flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 60 },
        kmsKeyArn: key.arn,
        target: { arn, roleArn, input: JSON.stringify({ stack }) },
      });
    }
  }
}

/** Reads trails and writes verdicts, in every archive, under the archive's own key. */
function permissions(estate: Estate, lock: RegionLock): readonly Statement[] {
  const archives = lock.bucketName(archivePurpose("*"));
  return [
    ...archiveWriting("validation", estate, lock),
    { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: lock.bucketArn(archives, "*/AWSLogs/*") },
    { Sid: "Signers", Effect: "Allow", Action: "cloudtrail:ListPublicKeys", Resource: "*" },
  ];
}
