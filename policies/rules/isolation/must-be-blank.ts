import type { Value } from "../../model/value";
import { pass, type Verdict } from "../../verdict";

/** Passes when it is absent, or empty text, which is how a plan writes what a rule inside another resource leaves out. */
export function mustBeBlank(value: Value, expected: string): Verdict {
  return value.data === "" ? pass(value.at) : value.mustBeAbsent(expected);
}
