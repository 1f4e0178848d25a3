import { MONITOR } from "../../../config/places";
import { declaredPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, pass, type Verdict } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import { keptFor } from "./archive";
import { atLeastOne } from "./counted";
import { alertKinds } from "./events/alert-kinds";
import { EventRule } from "./events/rule";

/** A rule of the monitor's bus hears of it, wherever it happens, and calls the function, which lets it. */
export function isOpened(title: string, lambda: Resource, context: Context): Verdict {
  const kinds = declaredPlaces(context.estate).flatMap((place) =>
    alertKinds(place).filter((kind) => kind.title === title),
  );
  const events = kinds.flatMap((kind) => kind.events.map((event) => [kind, event] as const));
  const concerned = ofMonitor(context, "aws_cloudwatch_event_rule").filter(
    (rule) => calls(rule, lambda) && events.some(([, event]) => EventRule.of(rule).concerns(event) > 0),
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
      isLetIn(resource, lambda, context),
    );
  });
}

function calls(rule: Resource, lambda: Resource): boolean {
  return rule.companions("aws_cloudwatch_event_target", "rule").some((target) => {
    const named = target.value("arn").target(lambda.type);
    return named.kind === "resource" && named.resource === lambda;
  });
}

function isLetIn(rule: Resource, lambda: Resource, context: Context): Verdict {
  const permissions = ofMonitor(context, "aws_lambda_permission").filter((permission) => {
    const named = permission.value("source_arn").target(rule.type);
    return named.kind !== "resource" || named.resource === rule;
  });
  return atLeastOne(permissions, rule.root.at, `a permission for ${rule.address} to call the function`, (permission) =>
    all(
      permission.value("function_name").mustReferTo("the function", [lambda.type], (found) => found === lambda),
      permission.value("source_arn").mustReferTo("the rule", [rule.type], (found) => found === rule),
      permission.value("principal").mustBe("events.amazonaws.com"),
      permission.value("action").mustBe("lambda:InvokeFunction"),
    ),
  );
}
