import { conditionFormula } from "./condition-formula";
import { all, always, type Formula, isNever, never } from "./formula";
import { NAMINGS, type Naming, notPrincipalFormula, principalFormula } from "./principal-formula";
import type { Reader } from "./reader";
import type { PrincipalElement, Statement } from "./statement";
import { actionFormula, resourceFormula } from "./text-formula";

/**
 * When a statement is about a request, as a formula over that request.
 *
 * @param version of its document: decides whether policy variables are substituted
 * @param namings the ways of naming a principal that count; all of them by default
 */
export function statementFormula(
  statement: Statement,
  version: string,
  reader: Reader,
  namings?: readonly Naming[],
): Formula {
  const { principals, notPrincipals, actions, notActions, resources, notResources } = statement;
  const who = principals
    ? principalFormula(principals, reader.principal, namings)
    : notPrincipals
      ? besides(statement, notPrincipals, reader, namings)
      : always;
  if (isNever(who)) return never;
  return all(
    who,
    actions ? actionFormula(actions, false) : always,
    notActions ? actionFormula(notActions, true) : always,
    resources ? resourceFormula(resources, false, version, reader.variables) : always,
    notResources ? resourceFormula(notResources, true, version, reader.variables) : always,
    ...statement.conditions.map((condition) => conditionFormula(condition, version, reader)),
  );
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
function besides(
  { effect }: Statement,
  notPrincipals: PrincipalElement,
  { principal, bounded }: Reader,
  namings: readonly Naming[] = NAMINGS,
): Formula {
  if (effect === "Deny" && bounded) return always;
  return namings.includes("everyone") ? notPrincipalFormula(notPrincipals, principal) : never;
}
