import type { Model } from "../model/model";
import type { Resource } from "../model/resource";
import { hasHole } from "../model/symbolic";
import { once } from "../once";

const indexOf = once((_: Model) => new Map<string, ReadonlyMap<string, readonly Resource[]>>());
/** Of what may be in any account or region. */
const ANYWHERE = "";

/** The resources of a type that are, or may be, in the account and region of another one. */
export function inPlaceOf(other: Resource, type: string, model: Model): readonly Resource[] {
  const byPlace = indexOf(model).get(type) ?? grouped(model.resources(type));
  indexOf(model).set(type, byPlace);
  const place = placeOf(other);
  if (place === ANYWHERE) return model.resources(type);
  return [...(byPlace.get(place) ?? []), ...(byPlace.get(ANYWHERE) ?? [])];
}

function placeOf({ account, region }: Resource): string {
  return hasHole(account) || hasHole(region) ? ANYWHERE : `${account}/${region}`;
}

function grouped(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const place = placeOf(resource);
    const group = groups.get(place);
    if (group) group.push(resource);
    else groups.set(place, [resource]);
  }
  return groups;
}
