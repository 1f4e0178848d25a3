import { judgedPlaces } from "../../context";
import type { WholeEstate } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import type { Value } from "../../model/value";
import { stackAt } from "../in-account";

const ALARMS = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"];

export const loudAlarms: WholeEstate = {
  kind: "whole",
  id: "AUD-019",
  title: "No alarm is mute: each that is there tells somebody",
  severity: "medium",
  controls: ["H57"],
  rationale:
    "An alarm without an action, or with its actions switched off, is a red light in a room that nobody enters.",
  remediation: "Name a topic or a queue of the stack in alarm_actions, and leave actions_enabled on.",
  sources: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-15"],

  check(context) {
    const alarms = context.model.resources(...ALARMS);
    return [
      ...judgedPlaces(context).map(({ stack }) => pass(stackAt(stack))),
      ...alarms.map((alarm) =>
        all(alarm.value("actions_enabled").mustNotBe(false), tells(alarm.value("alarm_actions"))),
      ),
    ];
  },
};

function tells(actions: Value): Verdict {
  const expected = "at least one action";
  const named = actions.items();
  if (named.length === 0) return fail(actions.at, "none", expected);
  return named.every((action) => action.isUnknown)
    ? undecided(actions.at, `cannot be known before deployment: ${actions.legible}`, expected)
    : pass(actions.at);
}
