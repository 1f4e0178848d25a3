import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { all, pass, type Verdict } from "../../verdict";
import { absentOr } from "../absent-or";
import { ofMonitor } from "../in-account";
import { atLeastOne } from "./counted";

const PARTS = ["input", "input_path", "input_transformer"];

/** The targets by which a rule calls a function. */
export function callsOf(rule: Resource, lambda: Resource): readonly Resource[] {
  return rule.companions("aws_cloudwatch_event_target", "rule").filter((target) => {
    const named = target.value("arn").target(lambda.type);
    return named.kind === "resource" && named.resource === lambda;
  });
}

/**
 * Passes when a rule calls a function with the event as it is, and may: anything else says nothing of what happened.
 *
 * @param also what else is asked of the target
 */
export function isCalled(
  rule: Resource,
  lambda: Resource,
  context: Context,
  also: (target: Resource) => Verdict = ({ root }) => pass(root.at),
): Verdict {
  return all(
    atLeastOne(callsOf(rule, lambda), rule.root.at, "a call of the function", (target) =>
      all(
        sameBus(rule.value("event_bus_name"), target.value("event_bus_name")),
        ...PARTS.map((part) => target.value(part).mustBeAbsent("the event as it is")),
        also(target),
      ),
    ),
    isLetIn(rule, lambda, context),
  );
}

/** Without a bus, each is on the account's default one. */
function sameBus(ofRule: Value, ofTarget: Value): Verdict {
  const bus = ofRule.target("aws_cloudwatch_event_bus");
  if (ofRule.isAbsent || ofRule.is("default") === "yes") return absentOr(ofTarget, "default");
  return ofTarget.mustReferTo(
    "the rule's bus",
    ["aws_cloudwatch_event_bus"],
    (found) => bus.kind === "resource" && found === bus.resource,
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
