import type { Statement } from "../../policies/access/document";
import type { Grant } from "../../policies/access/grant";
import { toldRequest } from "../../policies/rules/told-request";

/**
 * A request that shows what changed, with those of its circumstances that the changed statements ask for.
 *
 * @param verb e.g. `may`
 * @param doubt what is said of somebody where it cannot be told, e.g. `may be allowed what was not`
 */
export function toldAccess(
  { answer, request, why }: Grant,
  by: readonly Statement[],
  verb: string,
  doubt: string,
): string {
  if (answer !== "yes" || !request) return `somebody ${doubt}: ${why ?? "it cannot be known before deployment"}`;
  // Keys are compared without their case; people write them with it.
  const asked = new Map(by.flatMap(({ conditions }) => conditions.map(({ key }) => [key.toLowerCase(), key] as const)));
  const context = Object.fromEntries(
    Object.entries(request.context).flatMap(([key, values]) => (asked.has(key) ? [[asked.get(key)!, values]] : [])),
  );
  const told = toldRequest({ ...request, context }, verb);
  // What may be anything has a made-up name, which would only puzzle.
  return /[:/*]/.test(request.resource) ? `e.g. ${told}` : `e.g. ${told.replace(` on ${request.resource}`, "")}`;
}
