import { auditSinks, auditSources } from "../../../config/names";
import { bucketArn, regionalArn } from "../../../config/place";
import { MONITOR, monitorPlace } from "../../../config/places";
import { allowsAny } from "../../access/evaluate";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, notApplicable, undecided, type Verdict } from "../../verdict";
import { denialOf, type Permitted } from "../denial-of";
import { worldOf } from "../estate-world";
import { heldPolicies } from "../identity/held-policies";
import { nothingGranted } from "../nothing-granted";

export const monitorFunctions: EachResource = {
  kind: "each",
  id: "AUD-024",
  title: "A function of the monitor's reads records and keeps verdicts beside them, and can do nothing else",
  severity: "high",
  controls: ["D32", "H62"],
  rationale:
    "The monitor's functions run in no network, for CloudTrail tells its keys in each region apart. Whatever such a function could write elsewhere would be a way out for everybody's records.",
  remediation: "Give the function's role what LogValidation gives it, and no more.",
  sources: ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"],
  construct: "audit/log-validation",
  types: ["aws_lambda_function"],

  check(lambda, context) {
    if (lambda.stack !== MONITOR) return notApplicable(lambda.root.at);
    const target = lambda.value("role").target("aws_iam_role");
    const expected = "reading records and keeping verdicts";
    if (target.kind !== "resource") {
      return undecided(lambda.value("role").at, lambda.value("role").legible, "a role of this output");
    }
    return mayOnly(target.resource, lambda, expected, context);
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

function permitted(lambda: Resource, { estate }: Context): readonly Permitted[] {
  const place = monitorPlace(estate);
  const sinks = auditSources(estate).map(({ stack }) => auditSinks(estate, stack));
  // The archives of stacks that are not declared yet are the monitor's too.
  const archives = `${estate.organization.prefix}-${MONITOR}-*-archive-${place.account}`;
  const own = String(lambda.attribute("function_name"));
  const through = (service: string) => ({ StringLike: { "kms:ViaService": `${service}.${place.region}.*` } });
  return [
    { Action: ["s3:ListBucket"], Resource: [bucketArn(place, archives)] },
    { Action: ["s3:GetObject"], Resource: [bucketArn(place, archives, "*")] },
    { Action: ["s3:PutObject"], Resource: [bucketArn(place, archives, "validation/*")] },
    {
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: sinks.map(({ keyArn }) => keyArn),
      Condition: through("s3"),
    },
    {
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: [regionalArn(place, "kms", "key/*")],
      Condition: through("sqs"),
    },
    { Action: ["cloudtrail:ListPublicKeys"] },
    {
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: [regionalArn(place, "logs", `log-group:${own}:*`)],
    },
    { Action: ["sqs:SendMessage"], Resource: [regionalArn(place, "sqs", `${own}-*`)] },
  ];
}
