import type { Conditions, Statement } from "../../iam/policy-document";

/** A denial of some actions, on everything by default. */
export function deny(
  Sid: string,
  Action: readonly string[],
  Condition?: Conditions,
  Resource: string | readonly string[] = "*",
): Statement {
  return { Sid, Effect: "Deny", Action, Resource, ...(Condition ? { Condition } : {}) };
}

/** A denial of everything but some actions. */
export function denyBut(Sid: string, NotAction: readonly string[], Condition: Conditions): Statement {
  return { Sid, Effect: "Deny", NotAction, Resource: "*", Condition };
}

/** Everybody but a role, or some, by their whole names: never a pattern that a role of another name could match. */
export function exceptRole(arn: string | readonly string[]): Conditions {
  return { ArnNotEquals: { "aws:PrincipalArn": arn } };
}
