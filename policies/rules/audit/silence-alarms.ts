import { MONITOR, monitorPlace } from "../../../config/places";
import { judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { inAccount, stackAt } from "../in-account";
import { atLeastOne, nearest } from "./counted";
import { EventRule } from "./events/rule";
import { mayBeOnDefaultBus } from "./forwarding-target";
import { watchedIn, type Watched } from "./watched";

export const silenceAlarms: WholeEstate = {
  kind: "whole",
  id: "AUD-020",
  title: "The silence of every service that always has something to deliver raises an alarm at the monitor",
  severity: "high",
  controls: ["D35"],
  rationale:
    "A record that never arrives is missed by nobody. Whoever stops a delivery, at its source or on the way, must be noticed by what does not come.",
  remediation: "Build the MonitorStack, whose SilenceAlarms watch each account and service; set no alarm aside.",
  sources: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html",
  ],
  construct: "audit/silence-alarms",

  check(context) {
    if (!judgedPlaces(context).some(({ stack }) => stack === MONITOR)) {
      return context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
    }
    const watched = watchedIn(context);
    return watched.map((one) =>
      all(
        isTold(one, context),
        alarmOn(
          one,
          watched.filter((other) => other !== one),
          context,
        ),
      ),
    );
  },
};

/** S3 tells EventBridge of what arrives only when it is told to. */
function isTold({ bucket: name, title }: Watched, context: Context): Verdict {
  const buckets = inAccount(context, monitorPlace(context.estate), "aws_s3_bucket");
  const bucket = buckets.find((candidate) => candidate.value("bucket").is(name) === "yes");
  if (!bucket) return fail(stackAt(MONITOR), "no bucket", `${name}, into which ${title} arrives`);
  const notifications = bucket.companions("aws_s3_bucket_notification", "bucket");
  return atLeastOne(notifications, bucket.root.at, "events of what arrives", (notification) =>
    notification.value("eventbridge").mustBe(true),
  );
}

function alarmOn(one: Watched, others: readonly Watched[], context: Context): Verdict {
  const alarms = inAccount(context, monitorPlace(context.estate), "aws_cloudwatch_metric_alarm");
  const missing = fail(stackAt(MONITOR), "no alarm", `an alarm on the silence of ${one.title}`);
  const listening = alarms.flatMap((alarm) => {
    const target = alarm.value("dimensions.RuleName").target("aws_cloudwatch_event_rule");
    if (target.kind !== "resource" || !mayBeOnDefaultBus(target.resource)) return [];
    const rule = new EventRule(target.resource);
    return rule.concerns(one.arrival) > 0 ? [{ alarm, rule }] : [];
  });
  const verdicts = listening.map(({ alarm, rule }) =>
    all(
      rule.hears({ title: one.title, events: [], readsToo: false }, one.arrival),
      ...others.map((other) => isDeafTo(rule, other)),
      isRaisedBySilence(alarm, one),
      ofCertainty(alarm),
    ),
  );
  return nearest(verdicts) ?? missing;
}

/** What arrives of another service or account must not hide this one's silence. */
function isDeafTo(rule: EventRule, { arrival, title }: Watched): Verdict {
  const { at, legible } = rule.resource.value("event_pattern");
  return rule.concerns(arrival) === 0 ? pass(at) : fail(at, legible, `a pattern that ${title} does not match`);
}

function isRaisedBySilence(alarm: Resource, { seconds, title }: Watched): Verdict {
  const periods = alarm.value("evaluation_periods");
  const needed = alarm.value("datapoints_to_alarm");
  return all(
    alarm.value("namespace").mustBe("AWS/Events"),
    alarm.value("metric_name").mustBe("MatchedEvents", "TriggeredRules"),
    alarm.value("statistic").mustBe("Sum"),
    alarm.value("comparison_operator").mustBe("LessThanThreshold"),
    alarm.value("threshold").mustBe(1),
    alarm.value("treat_missing_data").mustBe("breaching"),
    alarm.value("period").mustSatisfy(`at most ${seconds} seconds of silence of ${title}`, ({ data: period }) => {
      const count = periods.data;
      if (typeof period !== "number" || typeof count !== "number") return "unknown";
      return period * count <= seconds;
    }),
    ...(needed.isAbsent
      ? []
      : [needed.mustSatisfy("no more periods than are looked at", ({ data }) => data === periods.data)]),
  );
}

function ofCertainty(alarm: Resource): Verdict {
  if (alarm.exists === "yes") return pass(alarm.root.at);
  return undecided(alarm.root.at, "an expression decides whether it exists", "an alarm that exists");
}
