import { declaredPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, notApplicable, type Verdict } from "../../verdict";
import type { AttachedPolicy } from "../attached-policy";
import { beyond } from "../beyond";
import { worldOf } from "../estate-world";
import { isAlertBus } from "./alert-bus";
import { atLeastOne } from "./counted";
import { arnOf } from "../arn-of";
import { reachesQueue, sentBy } from "./event-queue";
import { alertKinds } from "./events/alert-kinds";
import { trailKinds } from "./events/global-kinds";
import { EventRule } from "./events/rule";

export const everyAlert: EachResource = {
  kind: "each",
  id: "AUD-017",
  title: "Every alert that reaches the monitor's bus reaches its analysts' queue, or another that keeps it",
  severity: "high",
  controls: ["B10", "D36", "H61"],
  rationale:
    "An alert that arrives and is matched by no rule is an alert that nobody reads; one that a full or closed queue refuses is lost.",
  remediation: "Build the bus with AlertBus: its rule takes every event, and its queues take that rule's events alone.",
  sources: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html",
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html",
  ],
  construct: "audit/alert-bus",
  types: ["aws_cloudwatch_event_bus"],

  check(bus, context) {
    if (!isAlertBus(bus, context)) return notApplicable(bus.root.at);
    const rules = bus.companions("aws_cloudwatch_event_rule", "event_bus_name").filter(mayKeep);
    return atLeastOne(rules, bus.root.at, "a rule that takes every alert", (rule) =>
      all(hearsEverything(EventRule.of(rule), context), isKept(rule, bus, context)),
    );
  },
};

/** A rule without a target only counts what it hears of, and one that calls functions acts on it: neither keeps it. */
function mayKeep(rule: Resource): boolean {
  const targets = rule.companions("aws_cloudwatch_event_target", "rule").map((target) => target.value("arn"));
  return targets.some((arn) => arn.target("aws_lambda_function").kind !== "resource");
}

function hearsEverything(rule: EventRule, { estate }: Context): Verdict {
  const kinds = [...declaredPlaces(estate).flatMap((place) => alertKinds(place, estate)), ...trailKinds(estate)];
  const [first, ...others] = kinds.flatMap((kind) => kind.events.map((event) => rule.hears(kind, event)));
  return all(first!, ...others);
}

function isKept(rule: Resource, bus: Resource, context: Context): Verdict {
  const targets = rule.companions("aws_cloudwatch_event_target", "rule");
  return atLeastOne(targets, rule.root.at, "a queue as a target", (target) =>
    all(
      target.value("event_bus_name").mustReferTo("the monitor's bus", [bus.type], (found) => found === bus),
      ...["input", "input_path", "input_transformer"].map((part) =>
        target.value(part).mustBeAbsent("the alert as it is"),
      ),
      ...["arn", "dead_letter_config[0].arn"].map((path) =>
        reachesQueue(target.value(path), rule, context, (policy, queue) => [
          closed(policy, queue, rule, context),
          readable(policy, queue, context),
        ]),
      ),
    ),
  );
}

/** Somebody of the monitor's account can take it out. */
function readable(policy: AttachedPolicy, queue: Resource, { estate }: Context): Verdict {
  return policy.mustLeaveOpen(
    {
      principals: [{ kind: "account", account: queue.account }],
      actions: ["sqs:ReceiveMessage"],
      resources: [arnOf(queue)],
      context: { "aws:SecureTransport": ["true"] },
      world: worldOf(estate, queue.account),
    },
    "alerts that the monitor can read",
  );
}

/** Nothing else may fill the queue. */
function closed(policy: AttachedPolicy, queue: Resource, rule: Resource, { estate }: Context): Verdict {
  return policy.mustNotGrant(
    {
      principals: [{ kind: "anyone" }],
      actions: ["*"],
      resources: [arnOf(queue)],
      world: worldOf(estate, queue.account),
    },
    "nothing but what this rule sends",
    beyond(policy.document, [sentBy(rule)]),
  );
}
