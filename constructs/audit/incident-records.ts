import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { Construct } from "constructs";
import type { Estate } from "../../config/estate";
import { alertBusArn, auditSources, INCIDENT_EVENT } from "../../config/names";
import type { FunctionBundle } from "../../functions/function-bundle";
import type { DataKey } from "../encryption/data-key";
import { functionAlarm } from "../functions/function-alarm";
import { scheduleRole } from "../functions/schedule-role";
import type { SignedCode } from "../functions/signed-code";
import { SignedFunction } from "../functions/signed-function";
import type { Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { archiveWriting } from "./archive-writing";
import { ALERTS, HEARS_OF_READS, type EventPattern } from "./alerts";
import { BREAK_GLASS_USE, GLOBAL_INCIDENTS } from "./global-alerts";

/** Alerts that no ordinary day has. A deployment changes keys, buckets and roles, and people are denied and sign in. */
const OPENING = [
  "alarms",
  "config-stop",
  "detection-stop",
  "drift",
  "network-openings",
  "root-use",
  "sharing",
  "threat-findings",
  "trail-tampering",
];
const TIMEOUT_SECONDS = 300;
const LOG_DAYS = 400;
const HOUR_SECONDS = 60 * 60;
/** Two runs that are missed. */
const MISSED_SECONDS = 3 * HOUR_SECONDS;

export interface IncidentRecordsProps {
  readonly estate: Estate;
  readonly bundle: FunctionBundle;
  readonly code: SignedCode;
  readonly key: DataKey;
  /** The monitor's bus. */
  readonly busName: string;
}

/**
 * Guarantee: an alert that no ordinary day has opens an incident, which is kept in the archive of its stack under the
 * archive's retention, with the times that GDPR Article 33 counts from; the monitor's analysts are told when it opens,
 * and again before 72 hours are over if nobody has written beside it that it is notified or closed.
 *
 * Emits a `SignedFunction`, an `aws_cloudwatch_event_rule`, target and `aws_lambda_permission` for each kind of alert
 * that opens an incident, an hourly `aws_scheduler_schedule` with its role, and two `aws_cloudwatch_metric_alarm`.
 * Controls: D36.
 *
 * @see https://eur-lex.europa.eu/eli/reg/2016/679/oj
 */
export class IncidentRecords extends Construct {
  constructor(scope: Construct, id: string, { estate, bundle, code, key, busName }: IncidentRecordsProps) {
    super(scope, id);
    const record = new SignedFunction(this, "function", {
      bundle,
      code,
      key,
      description: "Opens an incident for an alert, and warns of those that are open for long",
      dataClass: "audit",
      permissions: permissions(estate, RegionLock.of(this)),
      environment: {
        PREFIX: estate.organization.prefix,
        ACCOUNT: estate.monitor.account,
        BUS: busName,
        STACKS: auditSources(estate)
          .map(({ stack }) => stack)
          .join(","),
      },
      timeoutSeconds: TIMEOUT_SECONDS,
      logRetentionDays: LOG_DAYS,
    });
    const opening: Readonly<Record<string, EventPattern>> = {
      ...Object.fromEntries(OPENING.map((name) => [name, ALERTS[name]!])),
      ...GLOBAL_INCIDENTS,
      "break-glass-use": BREAK_GLASS_USE(estate.organization.breakGlassRoleArn),
    };
    for (const [name, pattern] of Object.entries(opening)) this.openOn(name, pattern, record, busName);
    this.warnHourly(record, key);
    functionAlarm(this, "failed", record, "An incident could not be kept, or not be told of", {
      metricName: "Errors",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      period: HOUR_SECONDS,
      treatMissingData: "notBreaching",
    });
    functionAlarm(this, "missing", record, "Nobody looked at the incidents that are open", {
      metricName: "Invocations",
      comparisonOperator: "LessThanThreshold",
      period: MISSED_SECONDS,
      treatMissingData: "breaching",
    });
  }

  /** Needs no queue for what is not delivered: every alert is in the analysts' queue as well. */
  private openOn(alert: string, pattern: EventPattern, { arn, lambda }: SignedFunction, eventBusName: string): void {
    const rule = new CloudwatchEventRule(this, alert, {
      name: RegionLock.of(this).name(`incident-${alert}`),
      eventBusName,
      eventPattern: JSON.stringify(pattern),
      state: HEARS_OF_READS,
    });
    const permission = new LambdaPermission(this, `${alert}-permission`, {
      functionName: lambda.functionName,
      action: "lambda:InvokeFunction",
      principal: "events.amazonaws.com",
      sourceArn: rule.arn,
      sourceAccount: RegionLock.of(this).place.account,
    });
    new CloudwatchEventTarget(this, `${alert}-target`, {
      eventBusName,
      rule: rule.name,
      targetId: "incident",
      arn,
      dependsOn: [permission],
    });
  }

  private warnHourly({ arn }: SignedFunction, key: DataKey): void {
    new SchedulerSchedule(this, "hourly", {
      name: RegionLock.of(this).name("incident-clocks"),
      description: "Warns of incidents that are open for long",
      scheduleExpression: "rate(1 hour)",
      flexibleTimeWindow: { mode: "OFF" },
      kmsKeyArn: key.arn,
      target: {
        arn,
        roleArn: scheduleRole(this, { name: "incident-record-schedule", functionArn: arn, key }),
        input: "{}",
      },
    });
  }
}

/** Writes incidents, in every archive, under the archive's own key, and tells of them in their own name alone. */
function permissions(estate: Estate, lock: RegionLock): readonly Statement[] {
  return [
    ...archiveWriting("incidents", estate, lock),
    {
      Sid: "Tell",
      Effect: "Allow",
      Action: "events:PutEvents",
      Resource: alertBusArn(estate),
      // A call has many events, each with its source.
      Condition: {
        "ForAllValues:StringEquals": { "events:source": INCIDENT_EVENT.source },
        Null: { "events:source": "false" },
      },
    },
  ];
}
