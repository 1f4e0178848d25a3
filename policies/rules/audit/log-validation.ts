import { auditSources, resourceName } from "../../../config/names";
import { MONITOR } from "../../../config/places";
import { judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, undecided, type Verdict } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import { atLeastOne } from "./counted";
import { arnOf } from "../arn-of";
import { functionAlarm } from "./function-alarm";
import { goesOn } from "./schedule";

export const logValidation: WholeEstate = {
  kind: "whole",
  id: "AUD-023",
  title: "The monitor validates every trail every day, and a day that is not proved raises an alarm",
  severity: "high",
  controls: ["D27", "D35"],
  rationale:
    "Signed digests prove that no record was altered or taken away, to whoever looks. Where nobody looks, they prove nothing.",
  remediation: "Build the MonitorStack, whose LogValidation looks at each trail; set none of its alarms aside.",
  sources: ["https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html"],
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
    return [
      functionAlarm(lambda, "Errors", "GreaterThanOrEqualToThreshold", context),
      functionAlarm(lambda, "Invocations", "LessThanThreshold", context),
      ...auditSources(context.estate).map(({ stack }) => isValidated(stack, lambda, context)),
    ];
  },
};

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
