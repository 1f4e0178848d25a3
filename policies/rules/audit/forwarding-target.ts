import type { AuditSinks } from "../../../config/names";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, type Verdict } from "../../verdict";
import { atLeastOne } from "./counted";
import type { Declared } from "./declared-sinks";
import { arnOf } from "../arn-of";
import { reachesQueue } from "./event-queue";
import { worksIn, type Work } from "../identity/working-role";

/** Passes when a rule sends what it hears of, as it is, to the monitor's bus, and keeps what cannot be delivered. */
export function isSentOn(rule: Resource, { sinks, source }: Declared, context: Context): Verdict {
  const targets = rule.companions("aws_cloudwatch_event_target", "rule").filter((target) => mayBeOnDefaultBus(target));
  return atLeastOne([rule], rule.root.at, "a rule", () =>
    atLeastOne(targets, rule.root.at, "the monitor's bus as a target", (target) =>
      all(
        defaultBus(rule),
        defaultBus(target),
        target.value("arn").mustBe(sinks.alertBusArn),
        // The bus lets in this role alone.
        target.value("role_arn").mustBe(source.alertRoleArn),
        worksIn(target.value("role_arn"), forwarding(rule, sinks), context),
        ...["input", "input_path", "input_transformer"].map((part) =>
          target.value(part).mustBeAbsent("the event as it is"),
        ),
        reachesQueue(target.value("dead_letter_config[0].arn"), rule, context),
      ),
    ),
  );
}

/** EventBridge says for which rule it acts. */
function forwarding(rule: Resource, { alertBusArn, place }: AuditSinks): Work {
  return {
    service: "events.amazonaws.com",
    saying: { "aws:SourceAccount": [rule.account], "aws:SourceArn": [arnOf(rule)] },
    needs: [{ actions: ["events:PutEvents"], resource: alertBusArn, account: place.account }],
  };
}

/** Whose events are AWS's own; on another bus there are none unless somebody puts them there. */
function defaultBus(resource: Resource): Verdict {
  const bus = resource.value("event_bus_name");
  return bus.isAbsent ? bus.mustBeAbsent() : bus.mustBe("default");
}

export function mayBeOnDefaultBus(resource: Resource): boolean {
  return defaultBus(resource).outcome !== "fail";
}
