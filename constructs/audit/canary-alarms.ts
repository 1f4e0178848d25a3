import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { Construct } from "constructs";
import type { Canary } from "../../config/names";
import { RegionLock } from "../region/region-lock";
import { absenceAlarm, MATCHED_EVENTS } from "./absence-alarm";
import { HEARS_OF_READS } from "./alerts";
import { CANARY_ALLOWED, CANARY_DENIED } from "./canary-calls";

/** A canary calls every hour; one record may be late, and two may not be missing. */
const SILENCE = { periodSeconds: 3600, periods: 3 };

export interface CanaryAlarmsProps {
  readonly canaries: readonly Canary[];
  /** Name of the bus that alerts arrive on. */
  readonly busName: string;
}

/**
 * Guarantee: where a canary's records do not arrive, of its allowed calls or of its denied ones, an alarm is raised at
 * the monitor within three hours; that nothing is counted counts as silence.
 *
 * Emits two `aws_cloudwatch_event_rule` and two `aws_cloudwatch_metric_alarm` for each canary.
 * Controls: D35, D36.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export class CanaryAlarms extends Construct {
  constructor(scope: Construct, id: string, { canaries, busName }: CanaryAlarmsProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    for (const { stack, account, roleArn } of canaries) {
      const calls = { allowed: CANARY_ALLOWED(roleArn), denied: CANARY_DENIED(roleArn) };
      for (const [call, pattern] of Object.entries(calls)) {
        const name = lock.name(`${stack}-canary-${call}`);
        const rule = new CloudwatchEventRule(this, `${stack}-${call}`, {
          name,
          description: `Records of the canary of ${stack}: calls that are ${call}`,
          eventBusName: busName,
          eventPattern: JSON.stringify({ account: [account], ...pattern }),
          state: HEARS_OF_READS,
        });
        absenceAlarm(this, `${stack}-${call}-silence`, {
          alarmName: name,
          alarmDescription: `No record has arrived for three hours of the calls of ${stack}'s canary that are ${call}`,
          counted: MATCHED_EVENTS,
          dimensions: { EventBusName: busName, RuleName: rule.name },
          ...SILENCE,
        });
      }
    }
  }
}
