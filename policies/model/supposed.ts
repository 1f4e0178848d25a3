import { isObject } from "./data";
import { isUnknown } from "./expression";
import type { Block, StackSource } from "./source";
import { hole } from "./symbolic";
import { literal } from "./with-configuration";

/** A reference to an attribute of a resource; the plan names the resource itself after it. */
const ATTRIBUTE = /^aws_\w+\.[\w-]+\.\w+$/;
/** No plan tells how a resource is to be treated. */
const UNTOLD = hole("lifecycle, which no plan tells");

/**
 * A plan by itself, as it is when every value that it will only know after the apply is what the configuration refers
 * to there. A plan tells what an expression refers to, and not whether it is that or a function of it: what holds in
 * both readings holds.
 *
 * Nothing when there is no second reading: of a configuration, and of a plan that is read together with its own.
 */
export function supposed(source: StackSource): StackSource | undefined {
  if (source.kind !== "plan") return undefined;
  return {
    ...source,
    isSupposed: true,
    blocks: source.blocks.map(supposedBlock),
    providers: literal(source.providers),
  };
}

function supposedBlock(block: Block): Block {
  // Within a module its references are to names of the module's own.
  const isOfRoot = !block.address.startsWith("module.");
  const body = supposedPart(block.body, isOfRoot ? block.expressions : undefined);
  return { ...block, body: { ...body, lifecycle: UNTOLD } };
}

function supposedPart(values: Block["body"], expressions: unknown): Block["body"] {
  const written = isObject(expressions) ? expressions : {};
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, supposedValue(value, written[name])]));
}

function supposedValue(value: unknown, written: unknown): unknown {
  const referred = referredBy(written);
  if (typeof value === "string" && isUnknown(value) && referred.length === 1) return referred[0];
  if (!Array.isArray(value)) return isObject(value) ? supposedPart(value, written) : literal(value);
  if (value.length === referred.length && value.every((item) => isUnknown(item))) return referred;
  // Several blocks of a set stand in another order than they were written in.
  const only = Array.isArray(written) && written.length === 1 && value.length === 1 ? written[0] : undefined;
  return value.map((item) => (isObject(item) ? supposedPart(item, only) : literal(item)));
}

function referredBy(written: unknown): readonly string[] {
  const references =
    isObject(written) && Array.isArray(written["references"]) ? (written["references"] as string[]) : [];
  return references.filter((reference) => ATTRIBUTE.test(reference)).map((reference) => `\${${reference}}`);
}
