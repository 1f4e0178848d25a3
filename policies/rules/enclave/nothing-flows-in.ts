import { resourceType } from "../../catalogue/resource-type";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { valuesAt } from "../../model/values-at";
import type { WholeEstate } from "../../policy";
import { fail, pass, undecided, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";
import { isInEnclave } from "./of-enclave";

/** Kinds of destination that can be in another account. */
const AWAY = ["arn", "account", "bucket", "principal", "mixed"];
/** What can be named without its account. */
const NAMED = ["aws_s3_bucket", "aws_kms_key", "aws_kms_alias", "aws_sqs_queue", "aws_sns_topic", "aws_dynamodb_table"];
const EXPECTED = "nothing that goes into the enclave";

export const nothingFlowsIn: WholeEstate = {
  kind: "whole",
  id: "ENV-005",
  title: "Nothing outside the enclave sends anything into it or lets it in",
  severity: "critical",
  controls: ["F46"],
  rationale:
    "The enclave gives European users' data back. A way into it is a way out of Europe for the data of everybody else.",
  remediation: "Remove the target, or turn the flow round.",
  sources: ["https://eur-lex.europa.eu/eli/reg/2016/679/oj"],
  construct: "enclave/drain-replication",

  check(context) {
    const outside = context.model.resources().filter((resource) => !isInEnclave(resource, context));
    const found = outside.flatMap((resource) => destinationsOf(resource).flatMap((value) => judged(value, context)));
    return [...context.model.stacks.map((stack) => pass(stackAt(stack))), ...found];
  },
};

/** Whom an IAM document lets in is judged by evaluation. */
function destinationsOf(resource: Resource): readonly Value[] {
  const { to = {}, policies = {} } = resourceType(resource.type) ?? {};
  return Object.entries(to)
    .filter(([path, kind]) => AWAY.includes(kind) && !Object.hasOwn(policies, path))
    .flatMap(([path]) => valuesAt(resource, path))
    .flatMap((value) => value.items())
    .filter((value) => !value.isAbsent);
}

function judged(value: Value, context: Context): readonly Verdict[] {
  if (value.isUnknown) return [undecided(value.at, `cannot be known before deployment: ${value.legible}`, EXPECTED)];
  const target = value.target(...NAMED);
  const isInside = target.kind === "resource" && isInEnclave(target.resource, context);
  // Its ARNs and its principals carry the account, and so do the names of its buckets.
  const names = isInside || JSON.stringify(value.data).includes(context.estate.enclave.account);
  return names ? [fail(value.at, value.legible, EXPECTED)] : [];
}
