import { incidentAlarmName, incidentAlarmPrefix, resourceName } from "../../../config/names";
import { MONITOR, monitorPlace, operatorPlaces, type StackPlace } from "../../../config/places";
import { declaredPlaces, judgedPlaces, type Context } from "../../context";
import type { WholeEstate } from "../../policy";
import { fail, notApplicable, undecided } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import { ALARMS, alertKinds, type AlertKind } from "./events/alert-kinds";
import { ABSENT, type EventKind } from "./events/event";
import { functionAlarms } from "./function-alarm";
import { maySay } from "./incident-permissions";
import { areLookedAt } from "./looked-at";
import { incidentFunction } from "./monitor-permissions";
import { isOpened, opensNone, type Opening } from "./opened-incident";

/** Kinds of alert that no ordinary day has, wherever they come from. */
const OPENING = [
  "tampering with the trail",
  "the end of recording configurations",
  "the end of looking for threats",
  "use of the root user",
  "drift from what is declared",
  "findings of threats",
];

export const incidentRecords: WholeEstate = {
  kind: "whole",
  id: "AUD-025",
  title: "A grave alert opens an incident that the archive keeps, and every hour the open ones are looked at",
  severity: "high",
  controls: ["D36"],
  rationale:
    "A controller has 72 hours from having become aware of a breach. A time that nobody wrote down cannot be proved, and one that nobody watches runs out. Where a workload's alarms open incidents too, which nobody can delete, nobody looks at them any more.",
  remediation:
    "Build the MonitorStack, whose IncidentRecords hears of each kind of alert; set none of its rules aside.",
  sources: [
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html",
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html",
  ],
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
      ...OPENING.map((title) => isOpened(everywhere(title, context), lambda, context)),
      isOpened(graveAlarms(context), lambda, context),
      opensNone(workloadAlarms(context), lambda, context),
      areLookedAt(lambda, context),
      maySay(lambda, context),
      ...functionAlarms(lambda, context),
    ];
  },
};

function everywhere(title: string, { estate }: Context): Opening {
  return { title, kinds: declaredPlaces(estate).flatMap((place) => kindsOf(place, title)) };
}

/** The monitor's own, whatever they are called, and elsewhere whatever begins as those of a stack's queues do. */
function graveAlarms({ estate }: Context): Opening {
  const { prefix } = estate.organization;
  const names = (stack: string) => [
    incidentAlarmPrefix(prefix),
    incidentAlarmName(prefix, stack, "undelivered-alerts"),
  ];
  return {
    title: "alarms of the monitor, and of what is not told to it",
    kinds: [
      ...kindsOf(monitorPlace(estate), ALARMS),
      ...operatorPlaces(estate).flatMap((place) => alarmsNamed(place, names(place.stack))),
    ],
  };
}

/** In an account that is watched, what somebody else called, or what is called as this estate calls what it makes. */
function workloadAlarms({ estate }: Context): Opening {
  const names = (stack: string) => ["TargetTracking-table/x", resourceName(estate.organization.prefix, stack, "load")];
  return {
    title: "a workload's alarms",
    kinds: operatorPlaces(estate).flatMap((place) => alarmsNamed(place, names(place.stack))),
  };
}

function alarmsNamed(place: StackPlace, names: readonly string[]): readonly AlertKind[] {
  return kindsOf(place, ALARMS).map((kind) => ({
    ...kind,
    events: kind.events.flatMap((event) =>
      // An alarm is nobody's call.
      names.map((alarmName) => ({
        ...event,
        detail: { ...(event["detail"] as EventKind), alarmName, userIdentity: ABSENT },
      })),
    ),
  }));
}

function kindsOf(place: StackPlace, title: string): readonly AlertKind[] {
  return alertKinds(place).filter((kind) => kind.title === title);
}
