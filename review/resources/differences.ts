import { isObject } from "../../policies/model/data";
import { own } from "../../policies/model/own";
import { canonical } from "../canonical";
import type { Comparable } from "./comparable";

export interface Difference {
  /** Of blocks that occur several times, the list: `rule.destination`. */
  readonly path: string;
  readonly before: Comparable | undefined;
  readonly after: Comparable | undefined;
  /** The same elements in another order. */
  readonly isOrder: boolean;
}

/** Where two things differ: as deep as one of them says something that the other does not. */
export function differences(
  before: Comparable | undefined,
  after: Comparable | undefined,
  path = "",
): readonly Difference[] {
  if (canonical(before) === canonical(after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    const under = (key: string) => (path === "" ? key : `${path}.${key}`);
    return [...keys].flatMap((key) =>
      differences(own(before, key) as Comparable | undefined, own(after, key) as Comparable | undefined, under(key)),
    );
  }
  if (isListed(before) && isListed(after)) return inLists(elementsOf(before), elementsOf(after), path);
  return [{ path, before, after, isOrder: false }];
}

/** A block that occurs once on one side stands there without its list. */
const isListed = (node: Comparable | undefined) => Array.isArray(node) || isObject(node);
const elementsOf = (node: Comparable | undefined): readonly Comparable[] =>
  Array.isArray(node) ? (node as readonly Comparable[]) : [node!];

/** Elements that both lists have are left out, however they are ordered. */
function inLists(before: readonly Comparable[], after: readonly Comparable[], path: string): readonly Difference[] {
  const [gone, come] = [without(before, after), without(after, before)];
  if (gone.length === 0 && come.length === 0) return [{ path, before, after, isOrder: true }];
  if (gone.length === 1 && come.length === 1 && isObject(gone[0]) && isObject(come[0])) {
    return differences(gone[0] as Comparable, come[0] as Comparable, path);
  }
  const told = (list: readonly Comparable[]) => (list.length === 0 ? undefined : list.length === 1 ? list[0] : list);
  return [{ path, before: told(gone), after: told(come), isOrder: false }];
}

function without(list: readonly Comparable[], others: readonly Comparable[]): readonly Comparable[] {
  const left = others.map(canonical);
  return list.filter((each) => {
    const found = left.indexOf(canonical(each));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}
