import type { Budget } from "./budget";
import { Constraint, type Solution } from "./constraint";
import { type Formula, variablesIn } from "./formula";
import { type Literal, meets, type Value } from "./literal";
import type { Scope } from "./scope";
import type { Certainty } from "./value-search";

/** Values of the variables that a formula turns on; every other variable is free within its domain. */
export type Model = ReadonlyMap<string, Value>;

type Choice = Extract<Formula, { is: "any" }>;

interface State {
  readonly constraints: ReadonlyMap<string, Constraint>;
  readonly choices: readonly Choice[];
}

/**
 * A request that satisfies a formula, by case distinction over its alternatives: all values that are chosen already are
 * kept as a concrete request, only an alternative that this request fails is split, and the one with the fewest ways
 * out is split first. Exact: with an unexhausted budget, no model means that there is none.
 */
export class ModelSearch {
  constructor(
    private readonly scope: Scope,
    private readonly certainty: Certainty,
    private readonly budget: Budget,
  ) {}

  /** @param bound variables that must have a value even where the formula does not ask for it */
  find(formula: Formula, bound: readonly string[]): Model | undefined {
    let state: State | undefined = { constraints: new Map(), choices: [] };
    for (const variable of bound) state = state && this.solve(state, variable);
    const start = state && this.assume(state, formula);
    const end = start && this.complete(start);
    if (end === undefined) return undefined;
    const variables = new Set([...end.constraints.keys(), ...variablesIn(formula)]);
    return new Map([...variables].map((variable) => [variable, this.valueIn(end, variable)?.value] as const));
  }

  private complete(state: State): State | undefined {
    let narrowest: readonly State[] | undefined;
    for (const choice of state.choices) {
      if (this.holds(state, choice)) continue;
      // Once it is made a choice is settled: what it asks is among the literals, or among the choices that it opened.
      const settled = { ...state, choices: state.choices.filter((other) => other !== choice) };
      const ways = choice.of.flatMap((option) => this.assume(settled, option) ?? []);
      if (ways.length === 0) return undefined;
      if (narrowest === undefined || ways.length < narrowest.length) narrowest = ways;
      if (ways.length === 1) break;
    }
    if (narrowest === undefined) return state;
    for (const way of narrowest) {
      if (!this.budget.spend()) return undefined;
      const end = this.complete(way);
      if (end !== undefined) return end;
    }
    return undefined;
  }

  private assume(state: State, formula: Formula): State | undefined {
    if (formula.is === "doubt") return this.certainty === "certain" ? undefined : state;
    if (formula.is === "literal") return this.solve(state, formula.literal.variable, formula.literal);
    if (formula.is === "all") {
      return formula.of.reduce<State | undefined>((so, part) => so && this.assume(so, part), state);
    }
    if (formula.of.length === 0) return undefined;
    return { ...state, choices: [...state.choices, formula] };
  }

  private solve(state: State, variable: string, literal?: Literal): State | undefined {
    const before = this.constraintIn(state, variable);
    const constraint = literal ? before.and(literal) : before;
    if (constraint.solution(this.budget) === undefined) return undefined;
    if (state.constraints.get(variable) === constraint) return state;
    return { ...state, constraints: new Map(state.constraints).set(variable, constraint) };
  }

  private constraintIn({ constraints }: State, variable: string): Constraint {
    return constraints.get(variable) ?? Constraint.within(this.scope(variable)!, this.certainty);
  }

  private valueIn(state: State, variable: string): Solution {
    return this.constraintIn(state, variable).solution(this.budget);
  }

  private holds(state: State, formula: Formula): boolean {
    if (formula.is === "doubt") return this.certainty !== "certain";
    if (formula.is === "all") return formula.of.every((part) => this.holds(state, part));
    if (formula.is === "any") return formula.of.some((part) => this.holds(state, part));
    const found = this.valueIn(state, formula.literal.variable);
    return found !== undefined && meets(formula.literal, found.value, this.certainty);
  }
}
