import { MONITOR } from "../../../config/places";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { once } from "../../once";
import { all, fail, nearest, pass, undecided, type Verdict } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import type { EventKind } from "./events/event";
import { EventRule } from "./events/rule";
import { looksBack } from "./looks-back";

/** What must never be silent for long. */
export interface Expected {
  readonly title: string;
  readonly seconds: number;
  readonly readsToo: boolean;
  /** Of a record as it arrives. */
  readonly arrival: EventKind;
}

/**
 * Passes when an alarm of the monitor's is raised by the absence of what a rule hears of, and by that alone.
 *
 * @param others whose arrival must not hide the silence
 * @param isOnBus whether the rule is on the bus on which it arrives
 */
export function alarmOnSilence(
  one: Expected,
  others: readonly Expected[],
  isOnBus: (rule: Resource) => boolean,
  context: Context,
): Verdict {
  const missing = fail(stackAt(MONITOR), "no alarm", `an alarm on the silence of ${one.title}`);
  const listening = alarmsOfRules(context).filter(
    ({ rule }) => isOnBus(rule.resource) && rule.concerns(one.arrival) > 0,
  );
  const verdicts = listening.map(({ alarm, rule }) =>
    all(
      rule.hears({ title: one.title, events: [], readsToo: one.readsToo }, one.arrival),
      // What arrives of another service or account must not hide this one's silence.
      ...others.map((other) => rule.isDeafTo(other.title, other.arrival)),
      isRaisedBySilence(alarm, one),
      ofCertainty(alarm),
    ),
  );
  return nearest(verdicts) ?? missing;
}

/** The monitor's alarms on what a rule hears, with the rule. */
const alarmsOfRules = once((context: Context) =>
  ofMonitor(context, "aws_cloudwatch_metric_alarm").flatMap((alarm) => {
    const target = alarm.value("dimensions.RuleName").target("aws_cloudwatch_event_rule");
    return target.kind === "resource" ? [{ alarm, rule: EventRule.of(target.resource) }] : [];
  }),
);

function isRaisedBySilence(alarm: Resource, { seconds, title }: Expected): Verdict {
  return all(
    alarm.value("namespace").mustBe("AWS/Events"),
    alarm.value("metric_name").mustBe("MatchedEvents", "TriggeredRules"),
    alarm.value("statistic").mustBe("Sum"),
    alarm.value("comparison_operator").mustBe("LessThanThreshold"),
    alarm.value("threshold").mustBe(1),
    alarm.value("treat_missing_data").mustBe("breaching"),
    looksBack(alarm, seconds, `silence of ${title}`),
  );
}

function ofCertainty(alarm: Resource): Verdict {
  if (alarm.exists === "yes") return pass(alarm.root.at);
  return undecided(alarm.root.at, "an expression decides whether it exists", "an alarm that exists");
}
