import { MONITOR } from "../../../config/places";
import { judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, undecided, type Verdict } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import { atLeastOne } from "./counted";
import { ALARMS } from "./events/alert-kinds";
import { BREAK_GLASS, ORGANIZATION_CHANGES, ROOT_USE, WAYS_IN } from "./events/global-kinds";
import { arnOf } from "../arn-of";
import { functionAlarm } from "./function-alarm";
import { maySay } from "./incident-permissions";
import { incidentFunction } from "./monitor-permissions";
import { isOpened } from "./opened-incident";
import { goesOn } from "./schedule";

/** Kinds of alert that no ordinary day has. */
const OPENING = [
  ALARMS,
  "tampering with the trail",
  "the end of recording configurations",
  "the end of looking for threats",
  ROOT_USE,
  BREAK_GLASS,
  ORGANIZATION_CHANGES,
  WAYS_IN,
  "drift from what is declared",
  "findings of threats",
  "ways out of a network",
  "the sharing of snapshots and images",
  "the sharing of databases' snapshots",
  "the sharing of resources",
];

export const incidentRecords: WholeEstate = {
  kind: "whole",
  id: "AUD-025",
  title: "A grave alert opens an incident that the archive keeps, and every hour the open ones are looked at",
  severity: "high",
  controls: ["D36"],
  rationale:
    "A controller has 72 hours from having become aware of a breach. A time that nobody wrote down cannot be proved, and one that nobody watches runs out.",
  remediation:
    "Build the MonitorStack, whose IncidentRecords hears of each kind of alert; set none of its rules aside.",
  sources: ["https://eur-lex.europa.eu/eli/reg/2016/679/oj"],
  construct: "audit/incident-records",

  check(context) {
    if (!judgedPlaces(context).some(({ stack }) => stack === MONITOR)) {
      return context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
    }
    const name = incidentFunction(context);
    const lambda = ofMonitor(context, "aws_lambda_function").find(
      (candidate) => candidate.value("function_name").is(name) === "yes",
    );
    if (!lambda) return [fail(stackAt(MONITOR), "no function", name)];
    if (lambda.exists !== "yes") return [undecided(lambda.root.at, "an expression decides whether it exists", name)];
    return [
      ...OPENING.map((title) => isOpened(title, lambda, context)),
      areLookedAt(lambda, context),
      maySay(lambda, context),
      functionAlarm(lambda, "Errors", "GreaterThanOrEqualToThreshold", context),
      functionAlarm(lambda, "Invocations", "LessThanThreshold", context),
    ];
  },
};

function areLookedAt(lambda: Resource, context: Context): Verdict {
  const schedules = ofMonitor(context, "aws_scheduler_schedule").filter(
    (schedule) => schedule.value("target[0].input").is("{}") !== "no",
  );
  return atLeastOne(schedules, stackAt(MONITOR), "a look every hour at the incidents that are open", (schedule) =>
    all(
      schedule.value("target[0].input").mustBe("{}"),
      schedule.value("target[0].arn").mustReferTo("the function", [lambda.type], (found) => found === lambda),
      schedule.value("schedule_expression").mustBe("rate(1 hour)"),
      goesOn(schedule, [{ actions: ["lambda:InvokeFunction"], resource: arnOf(lambda) }], context),
    ),
  );
}
