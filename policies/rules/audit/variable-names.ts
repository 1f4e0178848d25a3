import type { Answer } from "../../answer";
import { every } from "../../answer";
import { hasHole } from "../../model/symbolic";
import type { Value } from "../../model/value";
import { pass, type Verdict } from "../../verdict";

/** Passes when the names of a function's variables are such, or when it has none. */
export function namesIn(variables: Value, expected: string, accepts: (name: string) => boolean): Verdict {
  if (variables.isAbsent) return pass(variables.at);
  return variables.mustSatisfy(expected, () => every(variables.keys().map((name) => judged(name, accepts))));
}

/** A name too can be a template. */
function judged(name: string, accepts: (name: string) => boolean): Answer {
  if (hasHole(name) || /[$%]\{/.test(name)) return "unknown";
  return accepts(name) ? "yes" : "no";
}
