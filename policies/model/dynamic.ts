import { isObject, type Data } from "./data";
import { listOf } from "./synth-source";
import { hole } from "./symbolic";

/**
 * What stands under a block's name, with a hole for as many more blocks as a `dynamic` one of that name makes.
 *
 * @param literal what is written out under the name
 * @see https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
 */
export function withDynamic(
  body: Readonly<Record<string, unknown>>,
  name: string,
  literal: Data | undefined,
): Data | undefined {
  if (!Object.hasOwn(body, "dynamic")) return literal;
  const isMade = listOf(body["dynamic"]).some((blocks) => isObject(blocks) && Object.hasOwn(blocks, name));
  if (!isMade) return literal;
  const blocks = hole(`dynamic ${name}`);
  return literal === undefined ? blocks : [...(listOf(literal) as readonly Data[]), blocks];
}
