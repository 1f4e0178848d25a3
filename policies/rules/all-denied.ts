import type { Grant } from "../access/question";
import { legible } from "../model/symbolic";
import { fail, pass, undecided, type Location, type Verdict } from "../verdict";
import { toldRequest } from "./told-request";

/** Passes when everything asked about is denied; fails with a request that is not. */
export function allDenied(at: Location, { answer, request, why }: Grant, expected: string): Verdict {
  if (answer === "yes") return pass(at);
  if (answer === "unknown") return undecided(at, legible(why ?? "a document that cannot be evaluated"), expected);
  return fail(at, request ? toldRequest(request, "is not denied") : "a request that is not denied", expected);
}
