import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";

/** The resource that a value names, if the output has it. */
export function resourceNamedBy(value: Value, ...types: readonly string[]): Resource | undefined {
  const target = value.target(...types);
  return target.kind === "resource" ? target.resource : undefined;
}

/** The resources that the elements of an attribute name, as far as the output has them. */
export function namedBy(resource: Resource, attribute: string, ...types: readonly string[]): readonly Resource[] {
  return resource
    .value(attribute)
    .items()
    .flatMap((value) => resourceNamedBy(value, ...types) ?? []);
}
