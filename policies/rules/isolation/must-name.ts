import type { Resource } from "../../model/resource";
import { valuesAt } from "../../model/values-at";
import { all, fail, type Verdict } from "../../verdict";

/** Attributes, each with the types of the resources that it may name. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** Passes when one attribute at least is there, and all that are there name resources of the same stack. */
export function mustName(resource: Resource, names: Names, expected: string): Verdict {
  const paths = Object.entries(names);
  const [first, ...others] = paths.flatMap(([path, types]) =>
    valuesAt(resource, path)
      .flatMap((value) => value.items())
      .map((value) => value.mustReferTo(expected, types, ({ stack }) => stack === resource.stack)),
  );
  return first ? all(first, ...others) : fail(resource.value(paths[0]![0]).at, "nothing", expected);
}
