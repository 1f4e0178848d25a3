import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { Construct } from "constructs";
import { auditDeliveries, type AuditService } from "../../config/audit-deliveries";
import type { Estate } from "../../config/estate";
import { auditSinks, auditSources, type AuditSource } from "../../config/names";
import { RegionLock } from "../region/region-lock";
import { absenceAlarm, MATCHED_EVENTS } from "./absence-alarm";

/** CloudWatch looks at whole periods: a sixth of an hour where the silence is short, else an hour. */
const PERIODS = { short: 600, long: 3600 };

export interface SilenceAlarmsProps {
  readonly estate: Estate;
}

/**
 * Guarantee: where a service of an account always has something to deliver, an alarm is raised at the monitor as
 * soon as nothing has arrived for as long as the estate allows; that nothing is counted counts as silence. What
 * arrives is what S3 has stored: a delivery that is refused is silence too.
 *
 * GuardDuty exports findings and nothing else, so its silence tells nothing: the end of looking for threats is an
 * alert, and each alarm that is raised is one too.
 *
 * Emits an `aws_cloudwatch_event_rule` and an `aws_cloudwatch_metric_alarm` for each account and service.
 * Controls: D35.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export class SilenceAlarms extends Construct {
  constructor(scope: Construct, id: string, { estate }: SilenceAlarmsProps) {
    super(scope, id);
    for (const source of auditSources(estate)) {
      for (const { service, longestSilenceMinutes } of auditDeliveries(estate, source.stack)) {
        if (longestSilenceMinutes) this.watch(estate, source, service, longestSilenceMinutes);
      }
    }
  }

  private watch(estate: Estate, source: AuditSource, service: AuditService, longestMinutes: number): void {
    const lock = RegionLock.of(this);
    const { stack } = source;
    const eventPattern = JSON.stringify(arrivals(estate, source, service));
    // It says what is listened for, and not where anything goes.
    lock.admit(eventPattern);
    const rule = new CloudwatchEventRule(this, `${stack}-${service}`, {
      name: lock.name(`${stack}-${service}`),
      description: `What arrives of ${service} of ${stack}`,
      eventPattern,
    });
    const periodSeconds = longestMinutes > 60 ? PERIODS.long : PERIODS.short;
    absenceAlarm(this, `${stack}-${service}-silence`, {
      alarmName: lock.name(`silence-${stack}-${service}`),
      alarmDescription: `Nothing has arrived of ${service} of ${stack} for ${longestMinutes} minutes`,
      counted: MATCHED_EVENTS,
      dimensions: { RuleName: rule.name },
      periodSeconds,
      periods: Math.floor((longestMinutes * 60) / periodSeconds),
    });
  }
}

/**
 * S3 says what it has stored. Of a trail, which is of all regions, the account's own region is listened to: another
 * one's digests would hide its silence. Of Config, histories count beside snapshots: they come every six hours at most,
 * so that they never hide three hours without a snapshot.
 *
 * Folders are prefixes, since a bus takes no more than thirty rules with wildcards.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
function arrivals(estate: Estate, { stack, account, region }: AuditSource, service: AuditService) {
  const { archiveBucket, intakeBucket } = auditSinks(estate, stack);
  const isIntake = service === "config-snapshots";
  const folders: Partial<Record<AuditService, string>> = {
    "trail-digests": `CloudTrail-Digest/${region}/`,
    "config-snapshots": `Config/${region}/`,
    "flow-logs": `vpcflowlogs/${region}/`,
    "dns-queries": "vpcdnsquerylogs/",
  };
  return {
    source: ["aws.s3"],
    "detail-type": ["Object Created"],
    detail: {
      bucket: { name: [isIntake ? intakeBucket : archiveBucket] },
      object: { key: [{ prefix: `${stack}/AWSLogs/${account}/${folders[service]}` }] },
    },
  };
}
