import type { Estate } from "../../config/estate";

/** A field of an estate by its path; members of lists go by their ids: `flows.enclave-drain.expires`. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** Every field, with the values that it has: several for a list of words. */
export function fieldsOf({ name: _name, ...sections }: Estate): Fields {
  const fields = new Map<string, readonly string[]>();
  collect(sections, "", fields);
  return fields;
}

function collect(node: unknown, path: string, fields: Map<string, readonly string[]>): void {
  if (node === undefined) return;
  if (typeof node !== "object" || node === null) {
    fields.set(path, [String(node)]);
    return;
  }
  const under = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (!Array.isArray(node)) {
    for (const [key, value] of Object.entries(node)) collect(value, under(key), fields);
    return;
  }
  const members = node.filter((each): each is { readonly id: string } => typeof each === "object");
  if (members.length === 0) fields.set(path, node.map(String));
  for (const member of members) collect(member, under(member.id), fields);
}
