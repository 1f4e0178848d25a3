import { isObject } from "./data";
import { listOf } from "./synth-source";

type Json = Readonly<Record<string, unknown>>;

/**
 * What of a plan's values somebody has configured. The rest is what the provider or AWS chose: it is absent, as it is
 * in the configuration.
 *
 * @param values or which of them are unknown: both have the form of the resource
 * @param expressions the plan's, in whose blocks an attribute stands only when it is written
 */
export function configuredPart(values: Json, expressions: Json): Json {
  return partOf(values, [expressions]);
}

function partOf(values: Json, blocks: readonly Json[]): Json {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const written = blocks.flatMap((block) => (Object.hasOwn(block, name) ? [block[name]] : []));
      return written.length === 0 ? [] : [[name, within(value, written)] as const];
    }),
  );
}

/** Blocks of a set stand in another order than they were written in: what any of them has counts for each. */
function within(value: unknown, written: readonly unknown[]): unknown {
  const blocks = written.flatMap((each) =>
    Array.isArray(each) || !isExpression(each) ? listOf(each).filter(isObject) : [],
  );
  if (blocks.length === 0) return value;
  if (Array.isArray(value)) return value.map((item) => (isObject(item) ? partOf(item, blocks) : item));
  return isObject(value) ? partOf(value, blocks) : value;
}

function isExpression(node: unknown): boolean {
  return isObject(node) && ("constant_value" in node || "references" in node || Object.keys(node).length === 0);
}
