import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";

/** Whose entries have names that people choose. */
const MAPS = ["tags", "tags_all"];

/** What stands in a resource, however deep, in an attribute of such a name; each element where that is a list. */
export function valuesNamed(resource: Resource, name: RegExp): readonly Value[] {
  return within(resource.root, name);
}

function within(block: Value, name: RegExp): readonly Value[] {
  return block
    .keys()
    .filter((key) => /^\w+$/.test(key) && !MAPS.includes(key))
    .flatMap((key) => {
      const { data } = block;
      const found = (data as Readonly<Record<string, unknown>>)[key];
      // Most attributes are text, and are not what is looked for.
      if (typeof found !== "object" && !name.test(key)) return [];
      const items = block.value(key).items();
      return name.test(key) ? items : items.flatMap((item) => within(item, name));
    });
}
