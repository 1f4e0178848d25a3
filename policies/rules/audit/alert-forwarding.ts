import type { StackPlace } from "../../../config/places";
import { once } from "../../once";
import { judgedPlaces, type Context } from "../../context";
import type { WholeEstate } from "../../policy";
import { all, fail, nearest, type Verdict } from "../../verdict";
import { declaredSinks } from "./declared-sinks";
import type { AlertKind } from "./events/alert-kind";
import { alertKinds } from "./events/alert-kinds";
import type { EventKind } from "./events/event";
import { EventRule } from "./events/rule";
import { isSentOn, mayBeOnDefaultBus } from "./forwarding-target";
import { inAccount, stackAt } from "../in-account";

export const alertForwarding: WholeEstate = {
  kind: "whole",
  id: "AUD-008",
  title:
    "The monitor hears at once of tampering, ways out, denied access, root, sign-ins and threats in each account's own region",
  severity: "high",
  controls: ["D34", "D36"],
  rationale:
    "Records are read afterwards. Whoever switches off the records, a key or a rule must be seen while it happens, and an alert that finds the monitor's bus closed must not be lost.",
  remediation: "Build the stack as an AuditedStack, or add AlertForwarding to it; narrow none of its patterns.",
  sources: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
  ],
  construct: "audit/alert-forwarding",

  check(context) {
    return judgedPlaces(context).flatMap((place) => {
      const isForwarded = forwardedFrom(place, context);
      return alertKinds(place, context.estate).map(isForwarded);
    });
  },
};

/** Whether alerts of a kind reach the monitor's bus from a place. */
export function forwardedFrom(place: StackPlace, context: Context): (kind: AlertKind) => Verdict {
  const rules = inAccount(context, place, "aws_cloudwatch_event_rule")
    .filter((rule) => mayBeOnDefaultBus(rule))
    .map((rule) => EventRule.of(rule));
  const declared = declaredSinks(context, place.stack)!;
  const sentOn = once(({ resource }: EventRule) => isSentOn(resource, declared, context));
  return (kind) => isForwarded(kind, rules, place, sentOn);
}

/** One verdict on a kind: every event of it must be heard of by some rule that sends it on. */
function isForwarded(
  kind: AlertKind,
  rules: readonly EventRule[],
  { stack }: StackPlace,
  sentOn: (rule: EventRule) => Verdict,
): Verdict {
  const missing = fail(stackAt(stack), "no rule", `a rule that forwards ${kind.title} to the monitor's bus`);
  const sending = (event: EventKind, candidates: readonly EventRule[]) =>
    nearest(
      [...candidates]
        .sort((one, other) => other.concerns(event) - one.concerns(event))
        .map((rule) => all(rule.hears(kind, event), sentOn(rule))),
    );
  const related = rules.filter((rule) => kind.events.some((event) => rule.concerns(event) > 0));
  // What no rule hears of is told of the rule that hears of the rest of its kind.
  const verdictOf = (event: EventKind) =>
    sending(
      event,
      rules.filter((rule) => rule.concerns(event) > 0),
    ) ??
    sending(event, related) ??
    missing;
  const [first, ...others] = kind.events.map(verdictOf);
  return all(first!, ...others);
}
