import type { Data } from "../../model/data";
import type { Resource } from "../../model/resource";
import { Value } from "../../model/value";

/**
 * The texts of a resource of which `isWanted` holds, at their places.
 *
 * @param leftOut attributes, nested ones after a dot, under which nothing is looked at
 */
export function textsOf(
  resource: Resource,
  leftOut: ReadonlySet<string>,
  isWanted: (text: string) => boolean,
): readonly Value[] {
  const found: Value[] = [];
  const way: string[] = [];
  const visit = (data: Data): void => {
    if (typeof data === "string") {
      // Paths are made for what is wanted alone: there are a hundred other texts for each.
      if (isWanted(data) && !isUnder(way, leftOut)) found.push(new Value(resource, pathOf(way), data));
    } else if (typeof data === "object" && data !== null) {
      for (const key in data) {
        if (way.length === 0 && leftOut.has(key)) continue;
        way.push(Array.isArray(data) ? `[${key}]` : key);
        visit((data as Readonly<Record<string, Data>>)[key]!);
        way.pop();
      }
    }
  };
  visit(resource.root.data ?? null);
  return found;
}

function pathOf(way: readonly string[]): string {
  return way.map((step, index) => (index === 0 || step.startsWith("[") ? step : `.${step}`)).join("");
}

function isUnder(way: readonly string[], leftOut: ReadonlySet<string>): boolean {
  const names = way.filter((step) => !step.startsWith("["));
  return names.some((_, index) => leftOut.has(names.slice(0, index + 1).join(".")));
}
