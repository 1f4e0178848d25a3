import type { Conditions, Statement } from "../../iam/policy-document";

/** A denial of some actions on everything. */
export function deny(Sid: string, Action: readonly string[], Condition?: Conditions): Statement {
  return { Sid, Effect: "Deny", Action, Resource: "*", ...(Condition ? { Condition } : {}) };
}

/** Everybody but one role, by its whole name: never a pattern that a role of another name could match. */
export function exceptRole(arn: string): Conditions {
  return { ArnNotEquals: { "aws:PrincipalArn": arn } };
}
