import type { Answer } from "../../answer";
import { fail, pass, undecided, type Location, type Verdict } from "../../verdict";

/** Passes when what is expected is there for certain. @param actual what stands there instead */
export function mustHave(at: Location, expected: string, isThere: Answer, actual = "nothing"): Verdict {
  if (isThere === "yes") return pass(at);
  return isThere === "no"
    ? fail(at, actual, expected)
    : undecided(at, "perhaps, by an expression whose value cannot be known before deployment", expected);
}
