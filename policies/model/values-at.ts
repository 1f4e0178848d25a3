import type { Resource } from "./resource";
import type { Value } from "./value";

/**
 * Every value that a path of the catalogue means: where a part of it is a list or a set, the attribute in each element.
 * What is absent is there as one absent value for each block that lacks it, so that no block is passed over.
 *
 * @param path e.g. `rule.destination.bucket`; empty for `from` itself
 */
export function valuesAt(from: Resource | Value, path: string): readonly Value[] {
  if (path === "") return ["root" in from ? from.root : from];
  const [first, ...rest] = path.split(".") as [string, ...string[]];
  const begins = "root" in from ? [from.value(first)] : stepInto(from, first);
  return rest.reduce<readonly Value[]>((found, step) => found.flatMap((block) => stepInto(block, step)), begins);
}

function stepInto(block: Value, step: string): readonly Value[] {
  const items = block.items();
  return items.length === 0 ? [block.value(step)] : items.map((item) => item.value(step));
}
