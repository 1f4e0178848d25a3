import type { Context } from "../../context";
import { MONITOR } from "../../../config/places";
import type { Resource } from "../../model/resource";
import { all, type Verdict } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import { atLeastOne } from "./counted";

const DAY_SECONDS = 24 * 60 * 60;
/** What a function does not finish: what it fails at, and what Lambda gives up without it, throttled for hours. */
const UNFINISHED = ["Errors", "AsyncEventsDropped"];

/** One verdict on each: an alarm is raised on what a function of the monitor's does not finish, each day at the latest. */
export function functionAlarms(lambda: Resource, context: Context): readonly Verdict[] {
  return UNFINISHED.map((metric) => functionAlarm(lambda, metric, context));
}

function functionAlarm(lambda: Resource, metric: string, context: Context): Verdict {
  const name = String(lambda.attribute("function_name"));
  const alarms = ofMonitor(context, "aws_cloudwatch_metric_alarm").filter(
    (alarm) =>
      alarm.value("namespace").is("AWS/Lambda") !== "no" &&
      alarm.value("metric_name").is(metric) !== "no" &&
      alarm.value("dimensions.FunctionName").is(name) !== "no",
  );
  return atLeastOne(alarms, stackAt(MONITOR), `an alarm on ${metric} of ${lambda.address}`, (alarm) =>
    all(
      alarm.value("namespace").mustBe("AWS/Lambda"),
      alarm.value("metric_name").mustBe(metric),
      alarm
        .value("dimensions.FunctionName")
        .mustReferTo(`the function ${lambda.address}`, [lambda.type], (found) => found === lambda),
      alarm.value("statistic").mustBe("Sum"),
      alarm.value("comparison_operator").mustBe("GreaterThanOrEqualToThreshold"),
      alarm.value("threshold").mustBe(1),
      alarm.value("evaluation_periods").mustBe(1),
      alarm.value("period").mustBeAtMost(DAY_SECONDS, "seconds"),
    ),
  );
}
