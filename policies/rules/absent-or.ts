import type { Value } from "../model/value";
import { pass, type Verdict } from "../verdict";

/** Passes when it is one of these, or absent where AWS's default is among them. */
export function absentOr(value: Value, ...allowed: readonly (string | number | boolean)[]): Verdict {
  return value.isAbsent ? pass(value.at) : value.mustBe(...allowed);
}
