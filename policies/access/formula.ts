import type { Answer } from "../answer";
import type { Literal } from "./literal";
import { once } from "../once";

/** What must be so of a request, and what cannot be known of it. */
export type Formula =
  | { readonly is: "all"; readonly of: readonly Formula[] }
  | { readonly is: "any"; readonly of: readonly Formula[] }
  | { readonly is: "literal"; readonly literal: Literal }
  | { readonly is: "doubt"; readonly why: string };

export const always: Formula = { is: "all", of: [] };
export const never: Formula = { is: "any", of: [] };

export function all(...of: readonly Formula[]): Formula {
  const parts = flat("all", of);
  if (parts.some(isNever)) return never;
  return parts.length === 1 ? parts[0]! : { is: "all", of: parts };
}

export function any(...of: readonly Formula[]): Formula {
  const parts = flat("any", of);
  if (parts.some(isAlways)) return always;
  return parts.length === 1 ? parts[0]! : { is: "any", of: parts };
}

/** A formula within one of its own kind says what its parts say. */
function flat(kind: "all" | "any", of: readonly Formula[]): readonly Formula[] {
  const parts: Formula[] = [];
  for (const part of of) {
    if (part.is !== kind) parts.push(part);
    else for (const inner of part.of) parts.push(inner);
  }
  return parts;
}

export function literal(literal: Literal): Formula {
  return { is: "literal", literal };
}

export function doubt(why: string): Formula {
  return { is: "doubt", why };
}

export function negation(formula: Formula): Formula {
  if (formula.is === "all") return any(...formula.of.map(negation));
  if (formula.is === "any") return all(...formula.of.map(negation));
  if (formula.is === "doubt") return formula;
  return literal(opposite(formula.literal));
}

/** One object for each literal, so that searches recognize it. */
const opposite = once((literal: Literal): Literal => ({ ...literal, wanted: !literal.wanted }));

/** @param of what is so of each literal */
export function judge(formula: Formula, of: (literal: Literal) => Answer): Answer {
  if (formula.is === "literal") return of(formula.literal);
  if (formula.is === "doubt") return "unknown";
  const [settled, otherwise] = formula.is === "all" ? (["no", "yes"] as const) : (["yes", "no"] as const);
  let answer: Answer = otherwise;
  for (const part of formula.of) {
    const one = judge(part, of);
    if (one === settled) return settled;
    if (one === "unknown") answer = one;
  }
  return answer;
}

/** Why a formula may be unknown at all, whatever the request. */
export function doubts(formula: Formula): readonly string[] {
  if (formula.is === "doubt") return [formula.why];
  return formula.is === "literal" ? [] : formula.of.flatMap(doubts);
}

export function variablesIn(formula: Formula): readonly string[] {
  if (formula.is === "doubt") return [];
  return formula.is === "literal" ? [formula.literal.variable] : formula.of.flatMap(variablesIn);
}

export function isNever(formula: Formula): boolean {
  return formula.is === "any" && formula.of.length === 0;
}

function isAlways(formula: Formula): boolean {
  return formula.is === "all" && formula.of.length === 0;
}
