import { hasMark } from "../model/symbolic";
import type { Formula } from "./formula";
import { type Literal, meets } from "./literal";
import type { Model } from "./model-search";

/** What would have to be known for a formula to hold for certain of a request of which it may hold. */
export function reasons(formula: Formula, model: Model): readonly string[] {
  return [...new Set(reasonsOf(formula, model) ?? [])];
}

/** Undefined where it cannot hold. */
function reasonsOf(formula: Formula, model: Model): readonly string[] | undefined {
  if (formula.is === "doubt") return [formula.why];
  if (formula.is === "literal") {
    const value = model.get(formula.literal.variable);
    if (meets(formula.literal, value, "certain")) return [];
    return meets(formula.literal, value, "chosen") ? [reasonOf(formula.literal)] : undefined;
  }
  const parts = formula.of.map((part) => reasonsOf(part, model));
  if (formula.is === "all") return parts.includes(undefined) ? undefined : parts.flatMap((part) => part!);
  const ways = parts.filter((part) => part !== undefined);
  return ways.find((way) => way.length === 0) ?? ways[0];
}

function reasonOf({ variable, test }: Literal): string {
  const open = test.kind === "text" ? test.patterns.map(({ source }) => source).filter(hasMark) : [];
  const what = open.length === 0 ? "it" : open.map((text) => `'${text}'`).join(", ");
  return `${variable}: what ${what} is compared with is known only after deployment`;
}
