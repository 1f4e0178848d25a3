import type { Answer } from "../../answer";
import type { Conditions, Literal } from "../../catalogue/resource-type";
import { valuesAt } from "../../model/values-at";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { pass, type Verdict } from "../../verdict";

type Allowed = Conditions[string];

/** Whether a value is one of those that a condition of the catalogue allows. */
export function isIn(value: Value, allowed: Allowed): Answer {
  const literals = listOf(allowed);
  if (value.isAbsent) return literals.includes(null) ? "yes" : "no";
  if (!value.isUnknown && typeof value.data === "object") {
    return literals.includes(true) && value.items().length > 0 ? "yes" : "no";
  }
  return value.is(...literals.filter((literal) => literal !== null));
}

function mustBeIn(value: Value, allowed: Allowed): Verdict {
  if (value.isAbsent && isIn(value, allowed) === "yes") return pass(value.at);
  return value.mustSatisfy(listOf(allowed).map(String).join(" or "), () => isIn(value, allowed));
}

/** What each condition comes to, in every block that it is about. */
export function answersTo(conditions: Conditions, from: Resource | Value): readonly Answer[] {
  return Object.entries(conditions).flatMap(([path, allowed]) =>
    valuesAt(from, path).map((value) => isIn(value, allowed)),
  );
}

export function mustMeet(conditions: Conditions, from: Resource | Value): readonly Verdict[] {
  return Object.entries(conditions).flatMap(([path, allowed]) =>
    valuesAt(from, path).map((value) => mustBeIn(value, allowed)),
  );
}

function listOf(allowed: Allowed): readonly Literal[] {
  return Array.isArray(allowed) ? (allowed as readonly Literal[]) : [allowed as Literal];
}
