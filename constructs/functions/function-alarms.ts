import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import type { SignedFunction } from "./signed-function";

const PERIOD_SECONDS = 3600;

/**
 * Alarms on a function that ends with an error, and on events that Lambda has given up: what is throttled for six hours
 * is no error of the function's. Named after the function.
 *
 * @param failure what it means that the function fails
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
export function functionAlarms(scope: Construct, { name }: SignedFunction, failure: string): void {
  const alarms = [
    ["failed", "Errors", failure],
    ["dropped", "AsyncEventsDropped", `Lambda has given up an event of ${name}`],
  ] as const;
  for (const [id, metricName, alarmDescription] of alarms) {
    new CloudwatchMetricAlarm(scope, id, {
      alarmName: `${name}-${id}`,
      alarmDescription,
      namespace: "AWS/Lambda",
      metricName,
      dimensions: { FunctionName: name },
      statistic: "Sum",
      period: PERIOD_SECONDS,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      treatMissingData: "notBreaching",
    });
  }
}
