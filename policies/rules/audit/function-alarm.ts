import { MONITOR } from "../../../config/places";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, type Verdict } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import { atLeastOne } from "./counted";

const DAY_SECONDS = 24 * 60 * 60;

/** Passes when an alarm is raised on what Lambda counts of a function of the monitor's, each day at the latest. */
export function functionAlarm(lambda: Resource, metric: string, comparison: string, context: Context): Verdict {
  const name = String(lambda.attribute("function_name"));
  const alarms = ofMonitor(context, "aws_cloudwatch_metric_alarm").filter(
    (alarm) =>
      alarm.value("namespace").is("AWS/Lambda") !== "no" &&
      alarm.value("metric_name").is(metric) !== "no" &&
      alarm.value("dimensions.FunctionName").is(name) !== "no",
  );
  return atLeastOne(alarms, stackAt(MONITOR), `an alarm on ${metric} of ${lambda.address}`, (alarm) =>
    all(
      alarm
        .value("dimensions.FunctionName")
        .mustReferTo(`the function ${lambda.address}`, [lambda.type], (found) => found === lambda),
      alarm.value("statistic").mustBe("Sum"),
      alarm.value("comparison_operator").mustBe(comparison),
      alarm.value("threshold").mustBe(1),
      alarm.value("evaluation_periods").mustBe(1),
      alarm.value("period").mustSatisfy(`at most ${DAY_SECONDS}`, ({ data }) => Number(data) <= DAY_SECONDS),
      ...(metric === "Invocations" ? [alarm.value("treat_missing_data").mustBe("breaching")] : []),
    ),
  );
}
