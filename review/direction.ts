import type { Answer } from "../policies/answer";

/**
 * Which way a value is stronger: the greater number or later day, the smaller or earlier, one of two truths, further
 * along a ladder, fewer of a set, or none, so that every other value is a weaker one.
 */
export type Stronger = "more" | "less" | "true" | "false" | "fewer" | "none" | readonly string[];

/** How a value moved; `unknown` where it cannot be known, which is never stronger. */
export type Shift = "weaker" | "stronger" | "same" | "unknown";

/** @param before, after every value that stands there, as text; undefined for one that cannot be known */
export function shiftOf(
  stronger: Stronger,
  before: readonly (string | undefined)[],
  after: readonly (string | undefined)[],
): Shift {
  if (same(before, after) === "yes") return "same";
  if (after.includes(undefined)) return "unknown";
  if (stronger === "none") return "weaker";
  if (before.includes(undefined)) return "unknown";
  if (stronger === "fewer")
    return (after as readonly string[]).every((each) => before.includes(each)) ? "stronger" : "weaker";
  const [was, is] = [before, after].map((values) => weakest(stronger, values as readonly string[])) as [number, number];
  if (Number.isNaN(was) || Number.isNaN(is)) return "unknown";
  return is < was ? "weaker" : is > was ? "stronger" : "same";
}

function same(before: readonly (string | undefined)[], after: readonly (string | undefined)[]): Answer {
  if (before.length !== after.length) return "no";
  const [one, other] = [before, after].map((values) => JSON.stringify([...values].sort()));
  return one === other ? "yes" : "no";
}

/** Several blocks are as strong as the weakest of them; what a ladder does not have is below it. */
function weakest(stronger: Exclude<Stronger, "fewer" | "none">, values: readonly string[]): number {
  return Math.min(...values.map((value) => rank(stronger, value)));
}

function rank(stronger: Exclude<Stronger, "fewer" | "none">, value: string): number {
  if (stronger === "true" || stronger === "false") return isTrue(value) === (stronger === "true") ? 1 : 0;
  if (stronger === "more" || stronger === "less") return amount(value) * (stronger === "more" ? 1 : -1);
  return stronger.indexOf(value);
}

function isTrue(value: string): boolean {
  return value === "true" || value === "1";
}

/** A number, or a day as the number of its digits: ISO dates compare as numbers do. */
function amount(value: string): number {
  return Number(/^\d{4}-\d{2}-\d{2}$/.test(value) ? value.replaceAll("-", "") : value);
}
