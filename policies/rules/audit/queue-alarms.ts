import { incidentAlarmPrefix } from "../../../config/names";
import { MONITOR } from "../../../config/places";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import type { EachResource } from "../../policy";
import { all, notApplicable, pass, type Verdict } from "../../verdict";
import { samePlace } from "../same-place";
import { atLeastOne } from "./counted";
import { looksBack } from "./looks-back";

const ALARM = "aws_cloudwatch_metric_alarm";
const NUMBER = "ApproximateNumberOfMessagesVisible";
const AGE = "ApproximateAgeOfOldestMessage";
/** Whose dead letters a queue may hold, and where each says so. */
const FAILING = [
  ["aws_cloudwatch_event_target", "dead_letter_config[0].arn"],
  ["aws_lambda_function", "dead_letter_config[0].target_arn"],
  ["aws_scheduler_schedule", "target[0].dead_letter_config[0].arn"],
] as const;
const DAY_SECONDS = 24 * 60 * 60;
const HOUR_SECONDS = 60 * 60;

export const queueAlarms: EachResource = {
  kind: "each",
  id: "AUD-027",
  title:
    "No alert or failure waits unseen in a queue: one that failed, or that nobody takes for a day, raises an alarm",
  severity: "high",
  controls: ["D36"],
  rationale:
    "A queue forgets what it keeps after two weeks at most. An alert that was not delivered, or that nobody reads, is lost there as surely as one that was never sent, and nobody was told.",
  remediation:
    "Build the queue as an EncryptedQueue, and leave its alarm its name: one of an account that is watched opens an incident by it.",
  sources: [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
  ],
  construct: "encryption/encrypted-queue",
  types: ["aws_sqs_queue"],

  check(queue, context) {
    if (!keepsRecords(queue)) return notApplicable(queue.root.at);
    return atLeastOne(alarmsOn(queue, context), queue.root.at, "an alarm on what waits in it", (alarm) =>
      all(
        alarm
          .value("dimensions.QueueName")
          .mustReferTo("this queue, in its own place", [queue.type], (found) =>
            found === queue ? samePlace(alarm, queue) : "no",
          ),
        isRaised(alarm, queue),
        opensIncident(alarm, queue, context),
      ),
    );
  },
};

/** What a workload's own queue keeps, the workload takes; it may be slow. */
function keepsRecords(queue: Resource): boolean {
  const isTold = queue.companions("aws_cloudwatch_event_target", "arn").length > 0;
  return queue.dataClass === "audit" || queue.stack === MONITOR || isTold || holdsFailures(queue);
}

/** Those that name the queue, and those of which it cannot be known which one they name. */
function alarmsOn(queue: Resource, { model }: Context): readonly Resource[] {
  return model.resources(ALARM).filter((alarm) => {
    const named = alarm.value("dimensions.QueueName").target(queue.type);
    if (named.kind === "resource") return named.resource === queue;
    return named.kind === "unknown" && alarm.stack === queue.stack;
  });
}

function isRaised(alarm: Resource, queue: Resource): Verdict {
  const metric = alarm.value("metric_name");
  const threshold = alarm.value("threshold");
  return all(
    alarm.value("namespace").mustBe("AWS/SQS"),
    metric.mustBe(...(holdsFailures(queue) ? [NUMBER] : [NUMBER, AGE])),
    metric.is(AGE) === "yes" ? threshold.mustBeAtMost(DAY_SECONDS, "seconds") : threshold.mustBe(1),
    alarm.value("statistic").mustBe("Maximum"),
    alarm.value("comparison_operator").mustBe("GreaterThanOrEqualToThreshold"),
    looksBack(alarm, HOUR_SECONDS, "what waits in the queue"),
  );
}

function holdsFailures(queue: Resource): boolean {
  return FAILING.some(([type, attribute]) => queue.companions(type, attribute).length > 0);
}

/** Every alarm of the monitor's own opens one; of another account's, those that are called so. */
function opensIncident(alarm: Resource, queue: Resource, { estate }: Context): Verdict {
  const targets = ["arn", "dead_letter_config[0].arn"].flatMap((attribute) =>
    queue.companions("aws_cloudwatch_event_target", attribute),
  );
  if (queue.stack === MONITOR || targets.length === 0) return pass(alarm.root.at);
  const prefix = incidentAlarmPrefix(estate.organization.prefix);
  return alarm.value("alarm_name").mustSatisfy(`a name that begins with ${prefix}`, ({ text = "" }) => {
    if (text.startsWith(prefix)) return "yes";
    return hasHole(text) ? "unknown" : "no";
  });
}
