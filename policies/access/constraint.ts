import type { Budget } from "./budget";
import type { Literal, Value } from "./literal";
import { once } from "../once";
import type { Domain } from "./scope";
import { type Certainty, findValue } from "./value-search";

/** A value, or undefined where there is none. */
export type Solution = { readonly value: Value } | undefined;

/**
 * What is asked of one variable, in the order in which it was asked, with a value that meets all of it. There is one for
 * the same things asked in the same order, so that nothing is searched for twice, whatever the question.
 */
export class Constraint {
  private readonly more = new Map<Literal, Constraint>();
  private found: { readonly solution: Solution } | undefined;

  private constructor(
    private readonly domain: Domain,
    private readonly certainty: Certainty,
    private readonly literals: readonly Literal[],
  ) {}

  /** That a value is within its variable's domain. */
  static within(domain: Domain, certainty: Certainty): Constraint {
    return Constraint.all(domain)[certainty];
  }

  private static readonly all = once((domain: Domain) => ({
    certain: new Constraint(domain, "certain", []),
    chosen: new Constraint(domain, "chosen", []),
  }));

  and(literal: Literal): Constraint {
    if (this.literals.includes(literal)) return this;
    const next = this.more.get(literal) ?? new Constraint(this.domain, this.certainty, [...this.literals, literal]);
    this.more.set(literal, next);
    return next;
  }

  /** @returns undefined when there is none, or when the budget ends */
  solution(budget: Budget): Solution {
    if (this.found) return this.found.solution;
    const solution = findValue(this.literals, this.domain, this.certainty, budget);
    // A search that was cut short has found out nothing.
    if (solution !== undefined || !budget.exhausted) this.found = { solution };
    return solution;
  }
}
