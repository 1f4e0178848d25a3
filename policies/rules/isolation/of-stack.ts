import type { Model } from "../../model/model";
import type { Resource } from "../../model/resource";
import { once } from "../../once";

const known = once((_: Model) => new Map<string, ReadonlyMap<string, readonly Resource[]>>());

/** A stack's resources of a type. */
export function ofStack(model: Model, stack: string, type: string): readonly Resource[] {
  const byStack = known(model).get(type) ?? grouped(model.resources(type));
  known(model).set(type, byStack);
  return byStack.get(stack) ?? [];
}

function grouped(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const group = groups.get(resource.stack);
    if (group) group.push(resource);
    else groups.set(resource.stack, [resource]);
  }
  return groups;
}
