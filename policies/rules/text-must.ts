import type { Value } from "../model/value";
import { hasHole } from "../model/symbolic";
import type { Verdict } from "../verdict";

/** Passes when a value is a text that satisfies; undecided where a part of it is only known after deployment. */
export function textMust(value: Value, expected: string, accepts: (text: string) => boolean): Verdict {
  return value.mustSatisfy(expected, ({ text }) => {
    if (text === undefined) return "no";
    return hasHole(text) ? "unknown" : accepts(text);
  });
}
