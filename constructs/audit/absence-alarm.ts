import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";

export interface AbsenceAlarmProps {
  readonly alarmName: string;
  readonly alarmDescription: string;
  /** What must be counted at least once: `[namespace, metric]`. */
  readonly counted: readonly [namespace: string, metricName: string];
  readonly dimensions: Readonly<Record<string, string>>;
  readonly periodSeconds: number;
  /** How many periods in a row may count nothing before the alarm is raised. */
  readonly periods: number;
}

/** What a rule of EventBridge hears of. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html */
export const MATCHED_EVENTS = ["AWS/Events", "MatchedEvents"] as const;
/** What Scheduler calls, by group of schedules. @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html */
export const SCHEDULED_CALLS = ["AWS/Scheduler", "InvocationAttemptCount"] as const;

/**
 * An alarm on what is not counted; that nothing arrives to be counted is the same.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export function absenceAlarm(scope: Construct, id: string, props: AbsenceAlarmProps): void {
  const { counted, periodSeconds, periods, dimensions, ...named } = props;
  new CloudwatchMetricAlarm(scope, id, {
    ...named,
    namespace: counted[0],
    metricName: counted[1],
    dimensions: { ...dimensions },
    statistic: "Sum",
    period: periodSeconds,
    evaluationPeriods: periods,
    datapointsToAlarm: periods,
    comparisonOperator: "LessThanThreshold",
    threshold: 1,
    treatMissingData: "breaching",
  });
}
