import type { Budget } from "./budget";
import type { Literal, Value } from "./literal";
import type { Domain } from "./scope";
import { type Certainty, findValue } from "./value-search";

/** A value, or undefined where there is none. */
export type Solution = { readonly value: Value } | undefined;

/** What `findValue` found, kept for as long as a question is asked: principals differ in few variables. */
export class Solutions {
  private readonly numbers = new Map<object, number>();
  private readonly found = new Map<string, Solution>();

  of(literals: readonly Literal[], domain: Domain, certainty: Certainty, budget: Budget): Solution {
    const key = [certainty, ...[domain, ...literals].map((each) => this.numberOf(each))].join(" ");
    if (this.found.has(key)) return this.found.get(key);
    const solution = findValue(literals, domain, certainty, budget);
    // A search that was cut short has found out nothing.
    if (solution !== undefined || !budget.exhausted) this.found.set(key, solution);
    return solution;
  }

  private numberOf(each: object): number {
    const known = this.numbers.get(each) ?? this.numbers.size;
    this.numbers.set(each, known);
    return known;
  }
}
