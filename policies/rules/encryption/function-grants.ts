import { deployRoleArn } from "../../../config/names";
import { declaredPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { EVERYTHING } from "../everything";
import { mayAs, type Need } from "../identity/role-needs";
import { usingKey } from "../identity/using-key";
import { stackAt } from "../in-account";

export const functionGrants: WholeEstate = {
  kind: "whole",
  id: "ENC-014",
  title: "Whoever deploys a function can encrypt with its key, and let Lambda take a grant on it",
  severity: "high",
  controls: ["B15", "H60"],
  rationale:
    "Lambda reads a function's environment by a grant that it takes in the name of whoever deploys the function. Where the key or a guardrail refuses that, AWS makes no function, and the deployment ends half-way.",
  remediation: "Let Lambda take its grant with DataKey.allowGrantsThrough, as SignedFunction does.",
  sources: [
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/grants.html",
  ],
  construct: "functions/signed-function",

  check(context) {
    return context.model.stacks.flatMap((stack) => {
      const asked = context.model.resourcesIn(stack, "aws_lambda_function").map((each) => canBeDeployed(each, context));
      return asked.length > 0 ? asked : [notApplicable(stackAt(stack))];
    });
  },
};

/** Whether it has a key at all is asked of everything that holds data. */
function canBeDeployed(lambda: Resource, context: Context): Verdict {
  const named = lambda.value("kms_key_arn");
  if (named.isAbsent) return notApplicable(named.at);
  const { account, region } = lambda;
  const place = declaredPlaces(context.estate).find((declared) => declared.account === account);
  const target = named.target("aws_kms_key");
  if (!place || target.kind !== "resource") {
    return undecided(named.at, named.legible, "a key of this output, in a declared account");
  }
  // The deploy role comes before whatever is deployed, so nothing in the output tells what it holds.
  const deployer = { arn: deployRoleArn(context.estate, place), account, region, at: named.at };
  const may = mayAs(deployer, { identity: [EVERYTHING] }, context);
  return all(pass(named.at), ...needsOf(target.resource).map(may));
}

/** Terraform reads back what it has written, so the environment is decrypted too. */
function needsOf(key: Resource): readonly Need[] {
  return [
    usingKey(["kms:Decrypt", "kms:Encrypt"], key, "lambda"),
    usingKey(["kms:CreateGrant"], key, "lambda", { "kms:GrantIsForAWSResource": ["true"] }),
  ];
}
