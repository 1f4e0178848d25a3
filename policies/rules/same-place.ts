import type { Answer } from "../answer";
import type { Resource } from "../model/resource";
import { hasHole } from "../model/symbolic";

/** Whether two resources are of one account and region. */
export function samePlace(one: Resource, other: Resource): Answer {
  if (one.account === other.account && one.region === other.region) {
    return hasHole(one.account) || hasHole(one.region) ? "unknown" : "yes";
  }
  return [one, other].some(({ account, region }) => hasHole(account) || hasHole(region)) ? "unknown" : "no";
}
