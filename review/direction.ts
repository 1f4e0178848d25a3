import type { Answer } from "../policies/answer";

/**
 * Which way a value is stronger: the greater number or later day, the smaller or earlier, one of two truths, further
 * along a ladder, fewer of a set, a wider set, or none, so that every other value is a weaker one.
 */
export type Stronger = "more" | "less" | "true" | "false" | "fewer" | "wider" | "none" | Fewer | readonly string[];

/** Fewer of a set, or others in their place that come later in the ladder. */
export interface Fewer {
  readonly fewerOf: readonly string[];
}

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
  if (stronger === "wider") return before.every((each) => after.includes(each)) ? "stronger" : "weaker";
  if (typeof stronger === "object" && "fewerOf" in stronger)
    return isFewer(stronger, before as readonly string[], after as readonly string[]) ? "stronger" : "weaker";
  const [was, is] = [before, after].map((values) => weakest(stronger, values as readonly string[])) as [number, number];
  if (Number.isNaN(was) || Number.isNaN(is)) return "unknown";
  return is < was ? "weaker" : is > was ? "stronger" : "same";
}

/** Each that came is in the place of one that went. */
function isFewer({ fewerOf }: Fewer, before: readonly string[], after: readonly string[]): boolean {
  const rankOf = (value: string) => fewerOf.indexOf(value);
  const without = (values: readonly string[], others: readonly string[]) =>
    values.filter((value) => !others.includes(value)).sort((one, other) => rankOf(one) - rankOf(other));
  const [gone, come] = [without(before, after), without(after, before)];
  return come.every((value, index) => gone[index] !== undefined && rankOf(value) > rankOf(gone[index]));
}

function same(before: readonly (string | undefined)[], after: readonly (string | undefined)[]): Answer {
  if (before.length !== after.length) return "no";
  const [one, other] = [before, after].map((values) => JSON.stringify([...values].sort()));
  return one === other ? "yes" : "no";
}

/** Several blocks are as strong as the weakest of them; what a ladder does not have is below it. */
function weakest(stronger: Exclude<Stronger, "fewer" | "wider" | "none" | Fewer>, values: readonly string[]): number {
  return Math.min(...values.map((value) => rank(stronger, value)));
}

function rank(stronger: Exclude<Stronger, "fewer" | "wider" | "none" | Fewer>, value: string): number {
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
