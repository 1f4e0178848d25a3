import { MONITOR } from "../../../config/places";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, pass, type Verdict } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import { keptFor } from "./archive";
import { atLeastOne } from "./counted";
import type { AlertKind } from "./events/alert-kind";
import { EventRule } from "./events/rule";
import { callsOf, isCalled } from "./function-call";

/** Alerts that are one in what becomes of them. */
export interface Opening {
  readonly title: string;
  readonly kinds: readonly AlertKind[];
}

/** A rule of the monitor's bus hears of it, wherever it happens, and calls the function, which lets it. */
export function isOpened({ title, kinds }: Opening, lambda: Resource, context: Context): Verdict {
  const events = kinds.flatMap((kind) => kind.events.map((event) => [kind, event] as const));
  const concerned = ofMonitor(context, "aws_cloudwatch_event_rule").filter(
    (rule) => callsOf(rule, lambda).length > 0 && events.some(([, event]) => EventRule.of(rule).concerns(event) > 0),
  );
  return atLeastOne(concerned, stackAt(MONITOR), `a rule that opens an incident on ${title}`, (resource) => {
    const rule = EventRule.of(resource);
    return all(
      pass(resource.root.at),
      resource
        .value("event_bus_name")
        .mustReferTo(
          "the monitor's bus",
          ["aws_cloudwatch_event_bus"],
          (bus) => bus.attribute("arn") === keptFor(context)[0]!.sinks.alertBusArn,
        ),
      ...events.map(([kind, event]) => rule.hears(kind, event)),
      isCalled(resource, lambda, context),
    );
  });
}

/** No rule that calls the function hears of any of it. */
export function opensNone({ title, kinds }: Opening, lambda: Resource, context: Context): Verdict {
  const events = kinds.flatMap((kind) => kind.events);
  const rules = ofMonitor(context, "aws_cloudwatch_event_rule").filter((rule) => callsOf(rule, lambda).length > 0);
  return all(
    pass(lambda.root.at),
    ...rules.flatMap((rule) => events.map((event) => EventRule.of(rule).isDeafTo(title, event))),
  );
}
