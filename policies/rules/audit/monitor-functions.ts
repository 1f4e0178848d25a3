import { MONITOR } from "../../../config/places";
import { allowsAny } from "../../access/evaluate";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, notApplicable, undecided, type Verdict } from "../../verdict";
import { denialOf } from "../denial-of";
import { worldOf } from "../estate-world";
import { heldPolicies } from "../identity/held-policies";
import { nothingGranted } from "../nothing-granted";
import { runsAsBuilt } from "./function-settings";
import { permitted } from "./monitor-permissions";

export const monitorFunctions: EachResource = {
  kind: "each",
  id: "AUD-024",
  title:
    "A function of the monitor's runs as it was built to, reads records, keeps verdicts or incidents beside them or tells of them, and can do nothing else",
  severity: "high",
  controls: ["D32", "H62"],
  rationale:
    "The monitor's functions run in no network, for CloudTrail tells its keys in each region apart. Whatever such a function could write elsewhere would be a way out for everybody's records. One that cannot run, or that its environment makes load other code, looks as if it were there.",
  remediation: "Give the function's role what LogValidation, IncidentRecords or TrailAlerts gives it, and no more.",
  sources: [
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html",
  ],
  construct: "audit/log-validation",
  types: ["aws_lambda_function"],

  check(lambda, context) {
    if (lambda.stack !== MONITOR) return notApplicable(lambda.root.at);
    const target = lambda.value("role").target("aws_iam_role");
    const expected = "reading records and keeping what the function is for";
    if (target.kind !== "resource") {
      return undecided(lambda.value("role").at, lambda.value("role").legible, "a role of this output");
    }
    return all(mayOnly(target.resource, lambda, expected, context), runsAsBuilt(lambda, context));
  },
};

function mayOnly(role: Resource, lambda: Resource, expected: string, context: Context): Verdict {
  const { written, unread } = heldPolicies(role, context);
  const found = allowsAny(
    { identity: [...written.map(({ document }) => document), denialOf(permitted(lambda, context))] },
    {
      principals: [{ kind: "principal", arn: String(role.attribute("arn")) }],
      actions: ["*"],
      resources: ["*"],
      world: worldOf(context.estate, role.account),
    },
  );
  return all(
    nothingGranted(lambda.root.at, [found], expected),
    ...unread.map((value) => undecided(value.at, `a policy that is not in the output: ${value.legible}`, expected)),
  );
}
