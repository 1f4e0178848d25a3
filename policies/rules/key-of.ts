import { resourceType, type KeyAttribute } from "../catalogue/resource-type";
import type { Resource } from "../model/resource";
import { valuesAt } from "../model/values-at";

const KEYS = ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key"];

/**
 * The customer-managed key of the output with which a resource's content is encrypted.
 *
 * @returns undefined where there is none, or none whose policy is known: then the key keeps nobody out
 */
export function keyOf(resource: Resource): Resource | undefined {
  const sources = resourceType(resource.type)?.key;
  if (sources === undefined || sources === "impossible") return undefined;
  for (const source of sources) {
    const holders =
      source.from === "self"
        ? [resource]
        : source.from === "companion"
          ? resource.companions(source.type, source.by)
          : [];
    if (source.from === "self" || source.from === "companion") {
      const keys = holders.flatMap((holder) => namedBy(holder, source));
      if (keys.length > 0) return keys[0];
    }
  }
  return undefined;
}

/** The key that an attribute names, by its id, its ARN or an alias. */
export function keyNamed(resource: Resource, text: string): Resource | undefined {
  const found = resource.find(text, ...KEYS, "aws_kms_alias");
  if (found?.type !== "aws_kms_alias") return found;
  const target = found.value("target_key_id").text;
  return target === undefined ? undefined : found.find(target, ...KEYS);
}

function namedBy(holder: Resource, { path }: KeyAttribute): readonly Resource[] {
  return valuesAt(holder, path).flatMap(({ text }) => (text === undefined ? [] : (keyNamed(holder, text) ?? [])));
}
