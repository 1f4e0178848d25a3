import type { StackPlace } from "../../../config/places";
import { judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import { once } from "../../once";
import type { WholeEstate } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import type { Value } from "../../model/value";
import { stackAt } from "../in-account";
import { forwardedFrom } from "./alert-forwarding";
import { ALARMS, alertKinds } from "./events/alert-kinds";

const TYPES = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"];

export const loudAlarms: WholeEstate = {
  kind: "whole",
  id: "AUD-019",
  title: "No alarm is mute: each that is there tells somebody, or its account tells the monitor",
  severity: "medium",
  controls: ["H57"],
  rationale:
    "An alarm without an action, or with its actions switched off, is a red light in a room that nobody enters.",
  remediation:
    "Forward alarms that are raised with AlertForwarding, or name a topic of the stack in alarm_actions; leave actions_enabled on.",
  sources: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-15"],

  check(context) {
    const alarms = context.model.resources(...TYPES);
    const places = judgedPlaces(context);
    const reachesMonitor = once((place: StackPlace) => alarmsReachMonitor(place, context));
    return [
      ...places.map(({ stack }) => pass(stackAt(stack))),
      ...alarms.map((alarm) => {
        const told = tells(alarm.value("alarm_actions"));
        const place = places.find(({ stack }) => stack === alarm.stack);
        const isLoud = told.outcome === "pass" || !place ? told : heard(alarm, told, reachesMonitor(place));
        return all(alarm.value("actions_enabled").mustNotBe(false), isLoud);
      }),
    ];
  },
};

/** Of an alarm without an action: whether its account tells the monitor that it was raised. */
function heard(alarm: Resource, told: Verdict, reaches: Verdict): Verdict {
  if (reaches.outcome === "pass") return pass(alarm.root.at);
  if (reaches.outcome !== "undecided") return told;
  return undecided(alarm.root.at, "no action, and perhaps nothing that forwards it", "an alarm that tells somebody");
}

function alarmsReachMonitor(place: StackPlace, context: Context): Verdict {
  const kind = alertKinds(place, context.estate).find(({ title }) => title === ALARMS)!;
  return forwardedFrom(place, context)(kind);
}

function tells(actions: Value): Verdict {
  const expected = "at least one action";
  const named = actions.items();
  if (named.length === 0) return fail(actions.at, "none", expected);
  return named.every((action) => action.isUnknown)
    ? undecided(actions.at, `cannot be known before deployment: ${actions.legible}`, expected)
    : pass(actions.at);
}
