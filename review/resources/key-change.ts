import { resourceType, resourceTypes } from "../../policies/catalogue/resource-type";
import type { Change } from "../entry";
import type { Difference } from "./differences";

/** Type → where it names the keys under which its content is, by the catalogue. */
let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function keyPaths(type: string): ReadonlySet<string> {
  known ??= keyPathsOfAll();
  return known.get(type) ?? new Set();
}

function keyPathsOfAll(): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = new Map<string, Set<string>>();
  const add = (type: string, path: string) => paths.set(type, (paths.get(type) ?? new Set()).add(path));
  for (const type of resourceTypes()) {
    const { key, otherKeys } = resourceType(type)!;
    for (const { path } of otherKeys) add(type, path);
    for (const source of key === undefined || key === "impossible" ? [] : key) {
      if (source.from === "self") add(type, source.path);
      if (source.from === "companion" || source.from === "account") add(source.type, source.path);
    }
  }
  return paths;
}

/** That content is under another key, which lets in others; nothing where the difference is of something else. */
export function keyMeaning(
  type: string,
  { path, before, after }: Difference,
): Pick<Change, "verdict" | "what" | "controls"> | undefined {
  if (!keyPaths(type).has(path)) return undefined;
  const controls = ["B10", "B16"];
  if (after === undefined) return { verdict: "weaker", what: "it names no key of its own any more", controls };
  if (before === undefined) return { verdict: "stronger", what: "it names a key", controls };
  return { verdict: "weaker", what: "it is under another key, which others may use", controls };
}
