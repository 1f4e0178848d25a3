import type { Block, Mutation, Output } from "./mutation";
import * as ways from "./ways";

/** Whose it is, and where the finding is when that is not at what is broken. */
type Where = Omit<ways.Target, "type">;

/** An attribute of the resource of a type is changed. */
export function changed(
  policy: string,
  type: string,
  title: string,
  change: (block: Block, output: Output) => void,
  where: Where = {},
): Mutation {
  return ways.changed(policy, title, { ...where, type }, change);
}

/** The resource of a type is taken away; the finding is at what lacks it. */
export function removed(policy: string, type: string, title: string, { at = "stack", ...where }: Where): Mutation {
  return ways.removed(policy, title, { ...where, type, at });
}

/** A resource is added, of a type that the project may never synthesize. */
export function added(
  policy: string,
  type: string,
  title: string,
  block: Block | ((output: Output) => Block),
  stack?: string,
): Mutation {
  return ways.added(policy, title, type, block, { stack });
}
