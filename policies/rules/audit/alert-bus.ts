import { auditSources } from "../../../config/names";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, notApplicable, type Verdict } from "../../verdict";
import { judgeAttached, type AttachedPolicy } from "../attached-policy";
import { beyond } from "../beyond";
import { worldOf } from "../estate-world";
import { samePlace } from "../same-place";
import { keptFor } from "./archive";

const BUS_POLICY = { companion: { type: "aws_cloudwatch_event_bus_policy", by: "event_bus_name" } };

export const alertBus: EachResource = {
  kind: "each",
  id: "AUD-016",
  title: "The monitor's bus takes alerts from the declared roles, and from nobody else, and encrypts them",
  severity: "high",
  controls: ["B10", "D36"],
  rationale:
    "Whoever may put events onto the bus can drown a true alert in false ones. Whoever is not let in is an account from which no alert comes.",
  remediation: "Build the bus with AlertBus, whose policy names the account of each source and its one role.",
  sources: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html",
  ],
  construct: "audit/alert-bus",
  types: ["aws_cloudwatch_event_bus"],

  check(bus, context) {
    if (!isAlertBus(bus, context)) return notApplicable(bus.root.at);
    return all(
      bus
        .value("kms_key_identifier")
        .mustReferTo("a key of the same account and region", ["aws_kms_key"], (key) => samePlace(key, bus)),
      // Each of these is a statement of the bus's policy, beside those that are judged here.
      ...bus
        .companions("aws_cloudwatch_event_permission", "event_bus_name")
        .map((permission) => permission.root.mustBeAbsent("the bus's policy alone")),
      judgeAttached(bus, BUS_POLICY, (policy) => admits(policy, bus, context)),
    );
  },
};

function admits(policy: AttachedPolicy, bus: Resource, context: Context): Verdict {
  const arn = String(bus.attribute("arn"));
  const roles = auditSources(context.estate).map(({ alertRoleArn }) => alertRoleArn);
  const question = { resources: [arn], world: worldOf(context.estate, bus.account) };
  const others = beyond(policy.document, [
    { Principal: "*", Action: ["events:PutEvents"], Condition: { ArnEquals: { "aws:PrincipalArn": roles } } },
  ]);
  return all(
    policy.mustNotGrant(
      { ...question, principals: [{ kind: "anyone" }], actions: ["*"] },
      "nothing but events from the declared roles",
      others,
    ),
    ...roles.map((role) =>
      policy.mustAllow(
        { principal: { kind: "role", arn: role }, action: "events:PutEvents", resource: arn, context: {} },
        question.world,
      ),
    ),
  );
}

/** Whether it is the bus that the estate tells every account of. */
export function isAlertBus(bus: Resource, context: Context): boolean {
  return bus.attribute("arn") === keptFor(context)[0]!.sinks.alertBusArn;
}
