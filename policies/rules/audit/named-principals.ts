import { resourceType } from "../../catalogue/resource-type";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { valuesAt } from "../../model/values-at";

/** Whom a resource lets in by an attribute, as a grant on a key does. */
export function principalsOf(resource: Resource): readonly Value[] {
  const named = Object.entries(resourceType(resource.type)?.to ?? {}).filter(([, kind]) => kind === "principal");
  return named
    .flatMap(([path]) => valuesAt(resource.root, path).flatMap((value) => value.items()))
    .filter((value) => !value.isAbsent);
}
