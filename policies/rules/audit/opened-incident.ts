import { MONITOR } from "../../../config/places";
import { declaredPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, pass, type Verdict } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import { keptFor } from "./archive";
import { atLeastOne } from "./counted";
import { alertKinds } from "./events/alert-kinds";
import { trailKinds } from "./events/global-kinds";
import { EventRule } from "./events/rule";
import { callsOf, isCalled } from "./function-call";

/** A rule of the monitor's bus hears of it, wherever it happens, and calls the function, which lets it. */
export function isOpened(title: string, lambda: Resource, context: Context): Verdict {
  const { estate } = context;
  const kinds = [...declaredPlaces(estate).flatMap((place) => alertKinds(place, estate)), ...trailKinds(estate)];
  const events = kinds
    .filter((kind) => kind.title === title)
    .flatMap((kind) => kind.events.map((event) => [kind, event] as const));
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
