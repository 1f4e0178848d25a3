import { grantsAny } from "../../access/question";
import type { Context } from "../../context";
import type { Model } from "../../model/model";
import type { Resource } from "../../model/resource";
import { beyond } from "../beyond";
import { worldOf } from "../estate-world";
import { once } from "../../once";
import { documentIn } from "../policy-values";

/** The services that move data in a role, and come through no endpoint. */
const MOVING = ["backup.amazonaws.com", "s3.amazonaws.com"];

/** Every store of a stack asks the same. */
const ofStacks = once((_: Model) => new Map<string, readonly string[]>());

/** The ARNs of the roles of a store's stack that nobody but those services can assume. */
export function moversOf({ stack }: Resource, context: Context): readonly string[] {
  const known = ofStacks(context.model);
  const found = known.get(stack) ?? moversIn(stack, context);
  known.set(stack, found);
  return found;
}

function moversIn(stack: string, context: Context): readonly string[] {
  const roles = context.model.resourcesIn(stack, "aws_iam_role");
  return roles
    .filter((role) => isMover(role, context))
    .map((role) => role.attribute("arn"))
    .filter((arn) => typeof arn === "string");
}

function isMover(role: Resource, { estate }: Context): boolean {
  const others = beyond(documentIn(role.value("assume_role_policy")), [{ Principal: { Service: MOVING } }]);
  const question = {
    principals: [{ kind: "anyone" } as const],
    actions: ["sts:*"],
    resources: ["*"],
    world: worldOf(estate, role.account),
  };
  return grantsAny(others, question).answer === "no";
}
