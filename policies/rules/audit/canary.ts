import { canaries, type Canary } from "../../../config/names";
import { regionalArn } from "../../../config/place";
import { allowsAny } from "../../access/evaluate";
import { judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, undecided, type Verdict } from "../../verdict";
import { denialOf, type Permitted } from "../denial-of";
import { worldOf } from "../estate-world";
import { heldPolicies } from "../identity/held-policies";
import { inAccount, stackAt } from "../in-account";
import { nothingGranted } from "../nothing-granted";
import { forwardedFrom } from "./alert-forwarding";
import { isMade } from "./canary-calls";
import { CALLS, recordOf, type Call } from "./canary-records";

export const canary: WholeEstate = {
  kind: "whole",
  id: "AUD-021",
  title: "In every segment a canary calls AWS every hour, once allowed and once denied, and both records are forwarded",
  severity: "high",
  controls: ["D35", "D36"],
  rationale:
    "A quiet day and a dead alarm look alike. A call that is known to be made, and one that is known to be refused, tell them apart, all the way from the account to the monitor.",
  remediation: "Add a Canary to the segment's stack; give its role nothing else to do.",
  sources: ["https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html"],
  construct: "audit/canary",

  check(context) {
    const judged = judgedPlaces(context).map(({ stack }) => stack);
    const expected = canaries(context.estate).filter(({ stack }) => judged.includes(stack));
    if (expected.length === 0) return context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
    return expected.map((one) => canaryIn(one, context));
  },
};

function canaryIn(one: Canary, context: Context): Verdict {
  const roles = inAccount(context, one, "aws_iam_role");
  const role = roles.find((candidate) => candidate.attribute("arn") === one.roleArn);
  if (!role) return fail(stackAt(one.stack), "no such role", one.roleArn);
  const forwarded = forwardedFrom(one, context);
  return all(
    doesNothingElse(role, one, context),
    ...(Object.keys(CALLS) as Call[]).flatMap((call) => [
      isMade(call, role, one, context),
      forwarded({ title: `calls of the canary that are ${call}`, events: [recordOf(one, call)], readsToo: true }),
    ]),
  );
}

function doesNothingElse(role: Resource, one: Canary, context: Context): Verdict {
  const { written, unread } = heldPolicies(role, context);
  const itsKeys = [regionalArn(one, "kms", "key/*")];
  const service = { StringLike: { "kms:ViaService": `scheduler.${one.region}.*` } };
  const permitted: readonly Permitted[] = [
    { Action: ["kms:GenerateRandom"] },
    { Action: ["kms:GenerateDataKeyWithoutPlaintext"], Resource: itsKeys },
    { Action: ["kms:Decrypt"], Resource: itsKeys, Condition: service },
  ];
  const found = allowsAny(
    { identity: [...written.map(({ document }) => document), denialOf(permitted)] },
    {
      principals: [{ kind: "principal", arn: one.roleArn }],
      actions: ["*"],
      resources: ["*"],
      world: worldOf(context.estate, one.account),
    },
  );
  const expected = "the canary's two calls alone";
  return all(
    nothingGranted(role.root.at, [found], expected),
    ...unread.map((value) => undecided(value.at, `a policy that is not in the output: ${value.legible}`, expected)),
  );
}
