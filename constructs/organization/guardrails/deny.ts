import type { Conditions, Statement } from "../../iam/policy-document";

/** A denial of some actions on everything. */
export function deny(Sid: string, Action: readonly string[], Condition?: Conditions): Statement {
  return { Sid, Effect: "Deny", Action, Resource: "*", ...(Condition ? { Condition } : {}) };
}

/** Everybody but these exact roles: never a pattern that a new role could match. */
export function exceptRoles(arns: readonly string[]): Conditions {
  return { ArnNotEquals: { "aws:PrincipalArn": arns } };
}
