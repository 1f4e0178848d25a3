import { every, some } from "../answer";
import type { Value } from "../model/value";
import type { Verdict } from "../verdict";

/** Passes when a list names each of these and nothing else, in any order; none of them when it is absent or empty. */
export function exactly(list: Value, ...names: readonly string[]): Verdict {
  if (names.length === 0) return list.mustBeAbsent("none");
  return list.mustSatisfy(`${names.join(", ")} and no other`, () => {
    const items = list.items();
    return every([
      ...items.map((item) => item.is(...names)),
      ...names.map((name) => some(items.map((item) => item.is(name)))),
    ]);
  });
}
