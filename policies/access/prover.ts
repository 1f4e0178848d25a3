import type { Answer } from "../answer";
import { type Asked, textsOf } from "./asked";
import { Budget } from "./budget";
import type { PolicyDocument } from "./document";
import { always, type Formula, isNever } from "./formula";
import { type Model, ModelSearch } from "./model-search";
import { type Named, namedIn } from "./named";
import type { PrincipalClass } from "./principal-class";
import { type Alternatives, PrincipalClasses } from "./principal-classes";
import { reasons } from "./reasons";
import type { Request } from "./request";
import { scopeOf } from "./scope";
import type { Certainty } from "./value-search";
import type { Reader } from "./reader";
import { type Assignment, assigned, assignmentsOf } from "./variable-assignments";
import { requestOf } from "./witness";

export interface Proof {
  readonly answer: Answer;
  /** A request that satisfies the formula, or may. */
  readonly request?: Request;
  /** What would have to be known. */
  readonly why?: string;
}

/** How many steps one formula may take: some seconds of work, of which real documents need a hundredth. Past it, unknown. */
const STEPS = 200_000;

interface Case {
  readonly reader: Reader;
  readonly assignment: Assignment;
}

interface Outcome {
  readonly certain?: Request;
  readonly possible?: { readonly request: Request; readonly why: readonly string[] };
}

/**
 * Whether some request within a question satisfies a formula: `yes` for certain, `no` by proof over every class of
 * requests that the documents can tell apart, else unknown, with the reasons.
 */
export class Prover {
  private readonly named: Named;
  private readonly classes: PrincipalClasses;
  private readonly groups: readonly Alternatives[];
  private readonly cases = new Map<PrincipalClass, readonly Case[]>();
  private budget = new Budget(STEPS);
  private asks: boolean | undefined;

  constructor(
    private readonly documents: readonly PolicyDocument[],
    private readonly asked: Asked,
  ) {
    this.named = namedIn(documents, textsOf(asked));
    this.classes = new PrincipalClasses(this.named, asked.world);
    this.groups = asked.principals.flatMap((set) => this.classes.of(set, asked.sources));
  }

  /** @param formulaOf what is asked of the requests of one class of principals */
  prove(formulaOf: (reader: Reader) => Formula): Proof {
    const problems = this.documents.flatMap((document) => document.problems);
    const partial = this.named.partial.map((pattern) => `'${pattern}': a pattern of account ids is not modelled`);
    if (problems.length + partial.length > 0) return { answer: "unknown", why: [...problems, ...partial].join("; ") };
    this.budget = new Budget(STEPS);
    let doubtful: Proof | undefined;
    for (const group of this.groups) {
      const outcomes = group.map((principal) => this.outcome(principal, formulaOf));
      if (outcomes.every(({ certain }) => certain !== undefined)) {
        return { answer: "yes", request: outcomes[0]!.certain! };
      }
      doubtful ??= doubtOf(outcomes);
    }
    if (doubtful !== undefined) return doubtful;
    if (this.budget.exhausted) return { answer: "unknown", why: "the documents have more cases than are searched" };
    const { tellsUnnamed } = this.named;
    if (tellsUnnamed.length > 0 && this.groups.flat().some((principal) => this.classes.isUnnamed(principal))) {
      return { answer: "unknown", why: `accounts that nobody named are told apart by ${tellsUnnamed.join(", ")}` };
    }
    return this.asksOfSomething() ? { answer: "no" } : { answer: "unknown", why: "no request is within the question" };
  }

  /** A proof over no request proves nothing. */
  private asksOfSomething(): boolean {
    this.asks ??= this.groups
      .flat()
      .some((principal) => this.casesOf(principal).some((each) => this.search(always, each, "chosen") !== undefined));
    return this.asks;
  }

  private outcome(principal: PrincipalClass, formulaOf: (reader: Reader) => Formula): Outcome {
    let outcome: Outcome = {};
    for (const each of this.casesOf(principal)) {
      const formula = formulaOf(each.reader);
      const possible = this.search(formula, each, "chosen");
      if (possible === undefined) continue;
      const certain = this.search(formula, each, "certain");
      if (certain !== undefined) return { certain: this.request(each, certain) };
      const why = reasons(formula, possible);
      outcome = { possible: { request: this.request(each, possible), why }, ...outcome };
    }
    return outcome;
  }

  private casesOf(principal: PrincipalClass): readonly Case[] {
    const known = this.cases.get(principal);
    if (known !== undefined) return known;
    const scope = scopeOf(principal, this.asked, this.classes.organizations);
    const cases = assignmentsOf(this.documents, scope, this.budget).map((assignment) => ({
      assignment,
      reader: { principal, scope: assigned(scope, assignment), variables: (key: string) => assignment.get(key) },
    }));
    this.cases.set(principal, cases);
    return cases;
  }

  private search(formula: Formula, { reader, assignment }: Case, certainty: Certainty): Model | undefined {
    if (isNever(formula)) return undefined;
    const context = Object.entries(this.asked.context ?? {}).flatMap(([key, values]) =>
      values === "any" ? [] : key.toLowerCase(),
    );
    const variables = [...assignment.keys()].filter((key) => reader.scope(key) !== undefined);
    const bound = ["action", "resource", ...nameOf(reader.principal), ...context, ...variables];
    return new ModelSearch(reader.scope, certainty, this.budget).find(formula, bound);
  }

  private request({ reader, assignment }: Case, model: Model): Request {
    return requestOf(reader.principal, model, this.documents, this.named.fresh(), [...assignment.keys()]);
  }
}

function doubtOf(outcomes: readonly Outcome[]): Proof | undefined {
  const found = outcomes.flatMap(({ certain, possible }) => possible ?? (certain ? { request: certain, why: [] } : []));
  if (found.length === 0) return undefined;
  const why = found.flatMap((each) => each.why);
  const reason = why.length > 0 ? [...new Set(why)].join("; ") : "it depends on the organization of an account";
  return { answer: "unknown", request: found[0]!.request, why: reason };
}

/** The variable that tells one principal of a class from another. */
function nameOf({ kind }: PrincipalClass): readonly string[] {
  if (kind === "anonymous") return [];
  if (kind === "service") return ["aws:principalservicename"];
  return [kind === "federated" ? "aws:federatedprovider" : "aws:principalarn"];
}
