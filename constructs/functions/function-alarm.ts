import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import type { SignedFunction } from "./signed-function";

type Counted = Pick<CloudwatchMetricAlarmConfig, "metricName" | "comparisonOperator" | "period" | "treatMissingData">;

/** An alarm on one of what Lambda counts of a function, against one in each period. Named after the function. */
export function functionAlarm(
  scope: Construct,
  id: string,
  { name }: SignedFunction,
  alarmDescription: string,
  counted: Counted,
): void {
  new CloudwatchMetricAlarm(scope, id, {
    alarmName: `${name}-${id}`,
    alarmDescription,
    namespace: "AWS/Lambda",
    dimensions: { FunctionName: name },
    statistic: "Sum",
    threshold: 1,
    evaluationPeriods: 1,
    ...counted,
  });
}
