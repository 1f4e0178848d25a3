import type { Budget } from "./budget";
import { Constraint, type Solution } from "./constraint";
import { type Formula, variablesIn } from "./formula";
import { type Literal, meets, type Value } from "./literal";
import type { Scope } from "./scope";
import type { Certainty } from "./value-search";

/** Values of the variables that a formula turns on; every other variable is free within its domain. */
export type Model = ReadonlyMap<string, Value>;

type Choice = Extract<Formula, { is: "any" }>;

/** What is asked of variables so far, the latest first: of one variable, the first that is found counts. */
interface Constrained {
  readonly variable: string;
  readonly constraint: Constraint;
  readonly before: Constrained | undefined;
}

interface State {
  readonly constrained: Constrained | undefined;
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
    let state: State | undefined = { constrained: undefined, choices: [] };
    for (const variable of bound) state = state && this.solve(state, variable);
    const start = state && this.assume(state, formula);
    const end = start && this.complete(start);
    if (end === undefined) return undefined;
    const variables = new Set([...variablesOf(end.constrained), ...variablesIn(formula)]);
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
    const { constrained: before, choices } = state;
    const known = constraintOn(variable, before);
    const so = known ?? this.unconstrained(variable);
    const constraint = literal ? so.and(literal) : so;
    if (constraint === known) return state;
    if (constraint.solution(this.budget) === undefined) return undefined;
    return { constrained: { variable, constraint, before }, choices };
  }

  private unconstrained(variable: string): Constraint {
    return Constraint.within(this.scope(variable)!, this.certainty);
  }

  private valueIn({ constrained }: State, variable: string): Solution {
    return (constraintOn(variable, constrained) ?? this.unconstrained(variable)).solution(this.budget);
  }

  private holds(state: State, formula: Formula): boolean {
    if (formula.is === "doubt") return this.certainty !== "certain";
    if (formula.is === "all") return formula.of.every((part) => this.holds(state, part));
    if (formula.is === "any") return formula.of.some((part) => this.holds(state, part));
    const found = this.valueIn(state, formula.literal.variable);
    return found !== undefined && meets(formula.literal, found.value, this.certainty);
  }
}

function constraintOn(variable: string, constrained: Constrained | undefined): Constraint | undefined {
  for (let at = constrained; at !== undefined; at = at.before) if (at.variable === variable) return at.constraint;
  return undefined;
}

/** In the order in which something was first asked of them. */
function variablesOf(constrained: Constrained | undefined): readonly string[] {
  const variables: string[] = [];
  for (let at = constrained; at !== undefined; at = at.before) variables.unshift(at.variable);
  return variables;
}
