import type { Context } from "../context";
import type { Resource } from "../model/resource";
import { fail, pass, undecided, type Verdict } from "../verdict";

/**
 * One verdict for each of these resources, and a pass for each stack that has none: that nothing is there is what the
 * policy asks for, and is said.
 */
export function inEveryStack(
  { model }: Context,
  resources: readonly Resource[],
  judge: (resource: Resource) => Verdict,
): readonly Verdict[] {
  const verdicts = resources.map(judge);
  const answered = new Set(verdicts.filter(({ outcome }) => outcome !== "notApplicable").map(({ at }) => at.stack));
  const without = model.stacks.filter((stack) => !answered.has(stack));
  return [...without.map((stack) => pass({ stack, address: "stack", jsonPath: "" })), ...verdicts];
}

/** Fails because the resource is there at all; undecided when an expression decides whether it is. */
export function mustNotExist(resource: Resource, expected: string): Verdict {
  const { at } = resource.root;
  if (resource.exists !== "yes") return undecided(at, "a number that an expression decides", expected);
  return fail(at, `a resource of type ${resource.type}`, expected);
}
