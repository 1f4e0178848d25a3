import { type Answer, some } from "../answer";
import { Kept } from "../kept";
import { automatonOf } from "./automaton";
import { type Bound, bound } from "./bound";
import { isMark, type Letter } from "./letters";
import type { Reading } from "./matching";
import type { Relation, Scale } from "./operators";
import { once } from "../once";
import type { Pattern } from "./pattern";

export type Test =
  | { readonly kind: "present" }
  | { readonly kind: "text"; readonly patterns: readonly Pattern[] }
  /** A bound is undefined where the policy holds a mark. */
  | {
      readonly kind: "ordered";
      readonly scale: Scale;
      readonly relation: Relation;
      readonly bounds: readonly (Bound | undefined)[];
    };

/** One thing asked of one variable of a request: its action, its resource, or a condition key in lower case. */
export interface Literal {
  readonly variable: string;
  readonly quantifier: "one" | "all" | "any";
  readonly test: Test;
  readonly negated: boolean;
  readonly whenAbsent: boolean;
  /** Whether it is to hold or to fail. */
  readonly wanted: boolean;
}

const ofPatterns = once((_patterns: readonly Pattern[]) => new Kept<Literal>());
const ofPresence = new Kept<Literal>();

/** What is asked of a text: one literal for the same list of patterns, by which searches recognize it. */
export function textLiteral(patterns: readonly Pattern[], how: Omit<Literal, "test">): Literal {
  const { variable, quantifier, negated, whenAbsent, wanted } = how;
  const key = [variable, quantifier, negated, whenAbsent, wanted].join();
  return ofPatterns(patterns).of(key, () => ({ ...how, test: { kind: "text", patterns } }));
}

/** Whether a request carries a key: one literal for each key. */
export function presenceLiteral(variable: string, wanted: boolean): Literal {
  const how = { variable, quantifier: "one", negated: false, whenAbsent: false, wanted } as const;
  return ofPresence.of(`${wanted} ${variable}`, () => ({ ...how, test: { kind: "present" } }));
}

/** The values of a variable, marks included; undefined where the request does not carry it. */
export type Value = readonly (readonly Letter[])[] | undefined;

/** Whether a value meets a literal: for certain, or possibly. */
export function meets(literal: Literal, value: Value, reading: Reading): boolean {
  const { test, quantifier, wanted, negated } = literal;
  if (test.kind === "present") return (value !== undefined) === wanted;
  if (value === undefined) return literal.whenAbsent === wanted;
  const each = (letters: readonly Letter[]) => valueMeets(test, wanted !== negated, negated, letters, reading);
  if (quantifier === "one") return value.length === 1 ? each(value[0]!) : reading !== "certain";
  return (quantifier === "all") === wanted ? value.every(each) : value.some(each);
}

function valueMeets(
  test: Exclude<Test, { kind: "present" }>,
  truth: boolean,
  negated: boolean,
  letters: readonly Letter[],
  reading: Reading,
): boolean {
  const answer =
    test.kind === "text"
      ? matched(test.patterns, letters, reading === "chosen" ? "chosen" : "possible")
      : compare(test, negated, letters);
  if (answer === "unknown") return reading !== "certain";
  return (answer === "yes") === truth;
}

function matched(patterns: readonly Pattern[], letters: readonly Letter[], doubt: Exclude<Reading, "certain">): Answer {
  if (automatonOf(patterns, "certain").takes(letters)) return "yes";
  return automatonOf(patterns, doubt).takes(letters) ? "unknown" : "no";
}

function compare(test: Extract<Test, { kind: "ordered" }>, negated: boolean, letters: readonly Letter[]): Answer {
  if (letters.some(isMark)) return "unknown";
  const value = bound(test.scale, letters.join(""));
  // AWS does not say what a negated comparison makes of what is no number, date or address.
  if (value === undefined) return negated ? "unknown" : "no";
  return some(test.bounds.map((each) => (each === undefined ? "unknown" : relates(value, test.relation, each))));
}

function relates(value: Bound, relation: Relation, to: Bound): Answer {
  const holds = {
    "=": value.low === to.low,
    "<": value.low < to.low,
    "<=": value.low <= to.low,
    ">": value.low > to.low,
    ">=": value.low >= to.low,
    in: value.low >= to.low && value.high <= to.high,
  };
  return holds[relation] ? "yes" : "no";
}
