import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { SchedulerScheduleGroup } from "@cdktf/provider-aws/lib/scheduler-schedule-group";
import { Construct } from "constructs";
import type { Estate } from "../../config/estate";
import { auditSources, INCIDENT_EVENT, incidentAlarmPrefix } from "../../config/names";
import type { FunctionBundle } from "../../functions/function-bundle";
import type { DataKey } from "../encryption/data-key";
import { functionAlarms } from "../functions/function-alarms";
import { scheduleRole } from "../functions/schedule-role";
import type { SignedCode } from "../functions/signed-code";
import { SignedFunction } from "../functions/signed-function";
import type { Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { absenceAlarm, SCHEDULED_CALLS } from "./absence-alarm";
import { ALERTS, HEARS_OF_READS, type EventPattern } from "./alerts";
import { archiveWriting } from "./archive-writing";
import { globalIncidents } from "./global-alerts";
import { tellingAs } from "./telling";

/** Alerts that no ordinary day has. A deployment changes keys, buckets and roles, and people are denied and sign in. */
const OPENING = [
  "alarms",
  "config-stop",
  "detection-stop",
  "drift",
  "network-openings",
  "sharing",
  "threat-findings",
  "trail-tampering",
];
const TIMEOUT_SECONDS = 300;
const HOUR_SECONDS = 60 * 60;
/** Two looks that are missed, and a third that is late. */
const MISSED = { periodSeconds: HOUR_SECONDS, periods: 3 };

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
 * and again before 72 hours are over if nobody has written beside it that it is notified or closed. An alarm is raised
 * when the function fails, when Lambda gives up an alert, and when nobody looks at the open incidents, however many
 * alerts call the function meanwhile.
 *
 * Emits a `SignedFunction`, an `aws_cloudwatch_event_rule`, target and `aws_lambda_permission` for each kind of alert
 * that opens an incident, an hourly `aws_scheduler_schedule` in an `aws_scheduler_schedule_group` of its own with its
 * role, and four `aws_cloudwatch_metric_alarm`.
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
    });
    const opening: Readonly<Record<string, EventPattern>> = {
      ...Object.fromEntries(OPENING.map((name) => [name, ALERTS[name]!])),
      alarms: graveAlarms(estate),
      ...globalIncidents(estate),
    };
    for (const [name, pattern] of Object.entries(opening)) this.openOn(name, pattern, record, busName);
    this.missLooks(this.warnHourly(record, key), record.name);
    functionAlarms(this, record, "An incident could not be kept, or not be told of");
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

  /** Scheduler counts its calls by group: this schedule is alone in one, which is returned. */
  private warnHourly({ arn }: SignedFunction, key: DataKey): SchedulerScheduleGroup {
    const name = RegionLock.of(this).name("incident-clocks");
    const group = new SchedulerScheduleGroup(this, "group", { name, tags: { "data-class": "audit" } });
    new SchedulerSchedule(this, "hourly", {
      name,
      groupName: group.name,
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
    return group;
  }

  /** A call that Lambda refuses is a call to Scheduler: it counts what was refused apart. */
  private missLooks({ name: group }: SchedulerScheduleGroup, functionName: string): void {
    const dimensions = { ScheduleGroup: group };
    absenceAlarm(this, "missing", {
      alarmName: `${functionName}-missing`,
      alarmDescription: "Nobody looked at the incidents that are open",
      counted: SCHEDULED_CALLS,
      dimensions,
      ...MISSED,
    });
    new CloudwatchMetricAlarm(this, "refused", {
      alarmName: `${functionName}-refused`,
      alarmDescription: "Whoever looks at the incidents that are open could not be called",
      namespace: "AWS/Scheduler",
      metricName: "TargetErrorCount",
      dimensions,
      statistic: "Sum",
      period: MISSED.periodSeconds,
      evaluationPeriods: MISSED.periods,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      treatMissingData: "notBreaching",
    });
  }
}

/**
 * Alarms that open an incident: each of the monitor's own, and in the accounts that it watches those whose name says so.
 * A workload's alarms reach the analysts, and no more.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
function graveAlarms({ monitor, organization }: Estate): EventPattern {
  const { detail, ...raised } = ALERTS["alarms"] as { readonly detail: object };
  const named = { ...detail, alarmName: [{ prefix: incidentAlarmPrefix(organization.prefix) }] };
  return { ...raised, $or: [{ account: [monitor.account], detail }, { detail: named }] };
}

/** Writes incidents, in every archive, under the archive's own key, and tells of them in their own name alone. */
function permissions(estate: Estate, lock: RegionLock): readonly Statement[] {
  return [...archiveWriting("incidents", estate, lock), tellingAs(INCIDENT_EVENT.source, estate)];
}
