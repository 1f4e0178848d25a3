import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Construct } from "constructs";
import type { Estate } from "../../config/estate";
import { archivePurpose, auditSinks, auditSources } from "../../config/names";
import type { FunctionBundle } from "../../functions/function-bundle";
import type { DataKey } from "../encryption/data-key";
import { functionAlarms } from "../functions/function-alarms";
import { scheduleRole } from "../functions/schedule-role";
import type { SignedCode } from "../functions/signed-code";
import { SignedFunction } from "../functions/signed-function";
import type { Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { absenceAlarm, MATCHED_EVENTS } from "./absence-alarm";
import { archiveWriting } from "./archive-writing";

/** The longest that Lambda lets a function run. A day of a busy account is some thousand files. */
const TIMEOUT_SECONDS = 900;
/** After the day's last digests have arrived. */
const DAILY = "cron(0 4 * * ? *)";
/** A day, the hour in which it begins, and one in which it ends. */
const MISSED = { periodSeconds: 60 * 60, periods: 26 };
/** Where the function keeps its verdicts, in each archive. */
const FOLDER = "validation";

export interface LogValidationProps {
  readonly estate: Estate;
  readonly bundle: FunctionBundle;
  readonly code: SignedCode;
  readonly key: DataKey;
}

/**
 * Guarantee: every day, what each trail recorded the day before is proved whole from its chain of signed digests, in the
 * monitor's account and with nothing of the operator's; the verdict is kept in the archive, under its retention. A day
 * that is not proved raises an alarm, and so does each trail on which no verdict arrives: whatever stopped it, and however
 * many others were validated.
 *
 * The function runs in no network: CloudTrail tells the keys that it signs with in each region apart.
 *
 * Emits a `SignedFunction` with two `aws_cloudwatch_metric_alarm`, the role that calls it, and for each trail an
 * `aws_scheduler_schedule`, and an `aws_cloudwatch_event_rule` with an `aws_cloudwatch_metric_alarm` on its verdicts.
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
    });
    this.validateDaily(estate, validation, key);
    functionAlarms(this, validation, "A trail is not proved whole, or could not be looked at");
    for (const { stack } of auditSources(estate)) this.missVerdicts(stack, auditSinks(estate, stack).archiveBucket);
  }

  /** S3 says what it has stored. */
  private missVerdicts(stack: string, bucket: string): void {
    const lock = RegionLock.of(this);
    const rule = new CloudwatchEventRule(this, `verdict-${stack}`, {
      name: lock.name(`verdict-${stack}`),
      description: `Verdicts on what the trail of ${stack} recorded`,
      eventPattern: JSON.stringify({
        source: ["aws.s3"],
        "detail-type": ["Object Created"],
        detail: { bucket: { name: [bucket] }, object: { key: [{ prefix: `${FOLDER}/${stack}/` }] } },
      }),
    });
    absenceAlarm(this, `missing-${stack}`, {
      alarmName: lock.name(`log-validation-missing-${stack}`),
      alarmDescription: `No verdict has arrived on what the trail of ${stack} recorded the day before`,
      counted: MATCHED_EVENTS,
      dimensions: { RuleName: rule.name },
      ...MISSED,
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
    ...archiveWriting(FOLDER, estate, lock),
    { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: lock.bucketArn(archives, "*/AWSLogs/*") },
    { Sid: "Signers", Effect: "Allow", Action: "cloudtrail:ListPublicKeys", Resource: "*" },
  ];
}
