import { auditSinks, auditSources, resourceName } from "../../../config/names";
import { MONITOR } from "../../../config/places";
import { judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, undecided, type Verdict } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import { atLeastOne } from "./counted";
import { arnOf } from "../arn-of";
import { ANYTHING } from "./events/event";
import { mayBeOnDefaultBus } from "./forwarding-target";
import { functionAlarms } from "./function-alarm";
import { goesOn } from "./schedule";
import { alarmOnSilence, type Expected } from "./silence";

/** A day, the hour within which a schedule may begin, and one for the work. */
const LONGEST_SECONDS = 26 * 60 * 60;

export const logValidation: WholeEstate = {
  kind: "whole",
  id: "AUD-023",
  title: "The monitor validates every trail every day; one that is not proved, or not looked at, raises an alarm",
  severity: "high",
  controls: ["D27", "D35"],
  rationale:
    "Signed digests prove that no record was altered or taken away, to whoever looks. Where nobody looks, they prove nothing, and one trail that nobody looks at must not hide behind those that somebody does.",
  remediation: "Build the MonitorStack, whose LogValidation looks at each trail; set none of its alarms aside.",
  sources: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html",
  ],
  construct: "audit/log-validation",

  check(context) {
    if (!judgedPlaces(context).some(({ stack }) => stack === MONITOR)) {
      return context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
    }
    const name = resourceName(context.estate.organization.prefix, MONITOR, "log-validation");
    const lambda = ofMonitor(context, "aws_lambda_function").find(
      (candidate) => candidate.value("function_name").is(name) === "yes",
    );
    if (!lambda) return [fail(stackAt(MONITOR), "no function", name)];
    if (lambda.exists !== "yes") return [undecided(lambda.root.at, "an expression decides whether it exists", name)];
    const stacks = auditSources(context.estate).map(({ stack }) => stack);
    const verdicts = stacks.map((stack) => verdictOn(stack, context));
    return [
      ...functionAlarms(lambda, context),
      ...stacks.map((stack) => isValidated(stack, lambda, context)),
      ...verdicts.map((one) =>
        alarmOnSilence(
          one,
          verdicts.filter((other) => other !== one),
          mayBeOnDefaultBus,
          context,
        ),
      ),
    ];
  },
};

/** A verdict as it is stored in the archive of the stack that it is about. */
function verdictOn(stack: string, { estate }: Context): Expected {
  const bucket = auditSinks(estate, stack).archiveBucket;
  return {
    title: `verdicts on the trail of ${stack}`,
    seconds: LONGEST_SECONDS,
    readsToo: false,
    arrival: {
      version: "0",
      source: "aws.s3",
      "detail-type": "Object Created",
      account: ANYTHING,
      detail: {
        bucket: { name: bucket },
        object: { key: `validation/${stack}/2026/11/24.json`, size: ANYTHING },
        reason: ANYTHING,
      },
    },
  };
}

/** Every day, for the stack that its input names. */
function isValidated(stack: string, lambda: Resource, context: Context): Verdict {
  const schedules = ofMonitor(context, "aws_scheduler_schedule").filter(
    (schedule) => schedule.value("target[0].input").is(JSON.stringify({ stack })) !== "no",
  );
  return atLeastOne(schedules, stackAt(MONITOR), `a validation every day of the trail of ${stack}`, (schedule) =>
    all(
      schedule.value("target[0].input").mustBe(JSON.stringify({ stack })),
      schedule
        .value("target[0].arn")
        .mustReferTo(`the function ${lambda.address}`, [lambda.type], (found) => found === lambda),
      schedule.value("schedule_expression").mustSatisfy("every day", ({ text = "" }) => isDaily(text)),
      goesOn(schedule, [{ actions: ["lambda:InvokeFunction"], resource: arnOf(lambda) }], context),
    ),
  );
}

/** Every day, or more often. */
function isDaily(expression: string): boolean {
  return /^(rate\((1 day|1 hour|([2-9]|1\d|2[0-4]) hours)\)|cron\(\S+ \S+ \* \* \? \*\))$/.test(expression);
}
