import type { Model } from "../../model/model";
import type { Resource } from "../../model/resource";
import { once } from "../../once";

const typesOf = once((model: Model) => [...new Set(model.resources().map(({ type }) => type))]);

/** Whether a Terraform type is of one of some families. */
export function isOfFamily(type: string, families: readonly RegExp[]): boolean {
  return families.some((family) => family.test(type));
}

/** Every resource of some families of types: of those, too, that no table knows yet. */
export function ofFamilies(model: Model, families: readonly RegExp[]): readonly Resource[] {
  const types = typesOf(model).filter((type) => isOfFamily(type, families));
  return types.length === 0 ? [] : model.resources(...types);
}
