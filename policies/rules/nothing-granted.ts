import type { Grant } from "../access/question";
import { legible } from "../model/symbolic";
import { all, fail, pass, undecided, type Location, type Verdict } from "../verdict";
import { toldRequest } from "./told-request";

/** Passes when nothing is granted; fails with a request that is, and is undecided where that turns on the unknown. */
export function nothingGranted(at: Location, grants: readonly Grant[], expected: string): Verdict {
  const verdicts = grants.map(({ answer, request, why }): Verdict => {
    if (answer === "no") return pass(at);
    if (answer === "yes") return fail(at, request ? toldRequest(request) : "a grant", expected);
    return undecided(at, legible(why ?? "a document that cannot be evaluated"), expected);
  });
  return all(pass(at), ...verdicts);
}
