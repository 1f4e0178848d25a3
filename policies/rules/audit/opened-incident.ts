import { MONITOR } from "../../../config/places";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, pass, type Verdict } from "../../verdict";
import { absentOr } from "../absent-or";
import { ofMonitor, stackAt } from "../in-account";
import { keptFor } from "./archive";
import { atLeastOne } from "./counted";
import type { AlertKind } from "./events/alert-kinds";
import { EventRule } from "./events/rule";

/** Alerts that are one in what becomes of them. */
export interface Opening {
  readonly title: string;
  readonly kinds: readonly AlertKind[];
}

const PARTS = ["input", "input_path", "input_transformer"];

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
      isCalled(resource, lambda),
      isLetIn(resource, lambda, context),
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

function callsOf(rule: Resource, lambda: Resource): readonly Resource[] {
  return rule.companions("aws_cloudwatch_event_target", "rule").filter((target) => {
    const named = target.value("arn").target(lambda.type);
    return named.kind === "resource" && named.resource === lambda;
  });
}

/** With the alert as it is: anything else says nothing of what happened. */
function isCalled(rule: Resource, lambda: Resource): Verdict {
  const bus = rule.value("event_bus_name").target("aws_cloudwatch_event_bus");
  return atLeastOne(callsOf(rule, lambda), rule.root.at, "a call of the function", (target) =>
    all(
      target
        .value("event_bus_name")
        .mustReferTo(
          "the rule's bus",
          ["aws_cloudwatch_event_bus"],
          (found) => bus.kind === "resource" && found === bus.resource,
        ),
      ...PARTS.map((part) => target.value(part).mustBeAbsent("the alert as it is")),
    ),
  );
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
      // Each lets in less than the rule: a call of one version, or for another account.
      permission.value("qualifier").mustBeAbsent("the function itself"),
      absentOr(permission.value("source_account"), rule.account),
    ),
  );
}
