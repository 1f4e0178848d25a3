import type { Resource } from "../../model/resource";
import { fail, undecided, type Verdict } from "../../verdict";

/**
 * What `judge` says of a resource's one companion of a type; a failure where it has none.
 *
 * @param by the attribute of the companion that names the resource
 */
export function judgeOnly(
  resource: Resource,
  type: string,
  judge: (companion: Resource) => Verdict,
  by = "bucket",
): Verdict {
  const [companion, ...others] = resource.companions(type, by);
  if (!companion) return fail(resource.root.at, "nothing", `an ${type} that names it`);
  if (others.length > 0 || companion.exists !== resource.exists) {
    return undecided(companion.root.at, "several, or a number that an expression decides", `exactly one ${type}`);
  }
  return judge(companion);
}
