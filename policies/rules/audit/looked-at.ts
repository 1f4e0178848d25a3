import { MONITOR } from "../../../config/places";
import { every, type Answer } from "../../answer";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, type Verdict } from "../../verdict";
import { arnOf } from "../arn-of";
import { ofMonitor, stackAt } from "../in-account";
import { samePlace } from "../same-place";
import { atLeastOne } from "./counted";
import { looksBack } from "./looks-back";
import { goesOn } from "./schedule";

const SCHEDULE = "aws_scheduler_schedule";
const GROUP = "aws_scheduler_schedule_group";
/** Two looks may be missed, and a third may be late. */
const LONGEST_SECONDS = 3 * 60 * 60;

/** Passes when a schedule has the function look at open incidents every hour, and its own silence raises an alarm. */
export function areLookedAt(lambda: Resource, context: Context): Verdict {
  const schedules = ofMonitor(context, SCHEDULE).filter(
    (schedule) => schedule.value("target[0].input").is("{}") !== "no",
  );
  return atLeastOne(schedules, stackAt(MONITOR), "a look every hour at the incidents that are open", (schedule) =>
    all(
      schedule.value("target[0].input").mustBe("{}"),
      schedule.value("target[0].arn").mustReferTo("the function", [lambda.type], (found) => found === lambda),
      schedule.value("schedule_expression").mustBe("rate(1 hour)"),
      goesOn(schedule, [{ actions: ["lambda:InvokeFunction"], resource: arnOf(lambda) }], context),
      isMissed(schedule, context),
    ),
  );
}

/** Scheduler counts by group. */
function isMissed(schedule: Resource, context: Context): Verdict {
  const named = schedule.value("group_name");
  const grouped = named.mustReferTo("a group in which this schedule is alone", [GROUP], (group) =>
    every([samePlace(group, schedule), isAlone(schedule, group, context)]),
  );
  const target = named.target(GROUP);
  if (target.kind !== "resource") return grouped;
  const { resource: group } = target;
  return all(
    grouped,
    isCounted(group, "InvocationAttemptCount", "LessThanThreshold", context),
    // A call that Lambda refuses is an attempt too.
    isCounted(group, "TargetErrorCount", "GreaterThanOrEqualToThreshold", context),
  );
}

/** Whatever else is in the group would be counted for this one. */
function isAlone(schedule: Resource, group: Resource, context: Context): Answer {
  const others = ofMonitor(context, SCHEDULE).filter((other) => other !== schedule);
  const targets = others.map((other) => other.value("group_name").target(GROUP));
  if (targets.some((target) => target.kind === "resource" && target.resource === group)) return "no";
  return targets.some(({ kind }) => kind === "unknown") ? "unknown" : "yes";
}

function isCounted(group: Resource, metric: string, comparison: string, context: Context): Verdict {
  const alarms = ofMonitor(context, "aws_cloudwatch_metric_alarm").filter(
    (alarm) => alarm.value("namespace").is("AWS/Scheduler") !== "no" && alarm.value("metric_name").is(metric) !== "no",
  );
  return atLeastOne(alarms, stackAt(MONITOR), `an alarm on ${metric} of ${group.address}`, (alarm) =>
    all(
      alarm.value("namespace").mustBe("AWS/Scheduler"),
      alarm.value("metric_name").mustBe(metric),
      alarm
        .value("dimensions.ScheduleGroup")
        .mustReferTo(`the group ${group.address}`, [GROUP], (found) => found === group),
      alarm.value("statistic").mustBe("Sum"),
      alarm.value("comparison_operator").mustBe(comparison),
      alarm.value("threshold").mustBe(1),
      looksBack(alarm, LONGEST_SECONDS, metric),
      ...(comparison === "LessThanThreshold" ? [alarm.value("treat_missing_data").mustBe("breaching")] : []),
    ),
  );
}
