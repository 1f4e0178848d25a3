import { auditSinks, canaries, type Canary } from "../../../config/names";
import { MONITOR } from "../../../config/places";
import { judgedPlaces } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { notApplicable } from "../../verdict";
import { stackAt } from "../in-account";
import { CALLS, recordOf, type Call } from "./canary-records";
import { alarmOnSilence, type Expected } from "./silence";

/** Two records may be late, and a third may not be missing. */
const LONGEST_SECONDS = 3 * 60 * 60;

export const canaryAlarms: WholeEstate = {
  kind: "whole",
  id: "AUD-022",
  title: "The monitor raises an alarm when the records of a canary's allowed or denied calls do not arrive",
  severity: "high",
  controls: ["D35", "D36"],
  rationale:
    "Whoever silences an account silences its alerts first. Where the canary's records stop, so has everything else that would have come the same way.",
  remediation: "Build the MonitorStack, whose CanaryAlarms listen on the bus to the records of every canary.",
  sources: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html",
  ],
  construct: "audit/canary-alarms",

  check(context) {
    const expected = canaries(context.estate).flatMap((canary) =>
      (Object.keys(CALLS) as Call[]).map((call) => expectedRecord(canary, call)),
    );
    const isJudged = judgedPlaces(context).some(({ stack }) => stack === MONITOR);
    if (!isJudged || expected.length === 0) return context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
    const { alertBusArn } = auditSinks(context.estate, MONITOR);
    const isOnBus = (rule: Resource) => {
      const target = rule.value("event_bus_name").target("aws_cloudwatch_event_bus");
      return target.kind === "resource" && target.resource.attribute("arn") === alertBusArn;
    };
    return expected.map((one) =>
      alarmOnSilence(
        one,
        expected.filter((other) => other !== one),
        isOnBus,
        context,
      ),
    );
  },
};

function expectedRecord(canary: Canary, call: Call): Expected {
  return {
    title: `the calls of ${canary.stack}'s canary that are ${call}`,
    seconds: LONGEST_SECONDS,
    readsToo: true,
    arrival: recordOf(canary, call),
  };
}
