import type { Answer } from "../answer";
import { hole } from "../model/symbolic";
import type { PolicyDocument } from "./document";
import { type Letter, lettersOf } from "./letters";
import { type Literal, meets, type Value } from "./literal";
import { namedIn } from "./named";
import { once } from "../once";
import type { PrincipalClass } from "./principal-class";
import { PrincipalClasses } from "./principal-classes";
import type { Requests } from "./request";
import { type Domain, scopeOf } from "./scope";
import type { Reader } from "./reader";
import type { World } from "./world";

type Unspecified = Omit<Requests, "actions">;

/** Requests that differ in nothing but their action, as far as they are known. */
export interface Case {
  readonly reader: Reader;
  /** Whether a literal holds of the one that has this action. */
  readonly of: (action: string) => (literal: Literal) => Answer;
}

/** Requests in every case that the organization of their principal makes, where that is not known. */
export function casesOf(request: Unspecified, documents: readonly PolicyDocument[], world: World): readonly Case[] {
  const context = new Map(Object.entries(request.context).map(([key, values]) => [key.toLowerCase(), values]));
  const named = namedIn(documents, [...context.values()].flat());
  const classes = new PrincipalClasses({ ...named, askOrganizations: true }, world);
  const account = context.get("aws:sourceaccount")?.[0];
  const source = account === undefined ? undefined : { account, organization: { is: "none" } as const };
  return inOrganization(classes.ofPrincipal(request.principal, source), context).map((principal) =>
    caseOf(principal, request, context, world, classes.organizations),
  );
}

/** The request itself may say which organization it is. */
function inOrganization(
  principals: readonly PrincipalClass[],
  context: ReadonlyMap<string, readonly string[]>,
): readonly PrincipalClass[] {
  const id = context.get("aws:principalorgid")?.[0];
  return id === undefined ? principals : [{ ...principals[0]!, organization: { is: "member", id } }];
}

function caseOf(
  principal: PrincipalClass,
  request: Unspecified,
  context: ReadonlyMap<string, readonly string[]>,
  world: World,
  organizations: readonly string[],
): Case {
  const listed = Object.fromEntries([...context.keys()].map((key) => [key, "any" as const]));
  const bounds = { actions: [], resources: [], context: listed, world };
  const scope = scopeOf(principal, bounds, organizations);
  const valueOf = (variable: string): { readonly value: Value } | undefined => {
    const values = context.get(variable);
    return values ? { value: values.map(lettersOf) } : determined(scope(variable));
  };
  const variables = (key: string): readonly Letter[] | undefined => {
    const found = valueOf(key);
    if (found !== undefined && found.value === undefined) return undefined;
    return found?.value?.length === 1 ? found.value[0] : lettersOf(hole(key));
  };
  const resource = { value: [lettersOf(request.resource)] };
  const ofAny = once((literal: Literal) =>
    answer(literal, literal.variable === "resource" ? resource : valueOf(literal.variable)),
  );
  const of = (name: string) => {
    const action = { value: [lettersOf(name)] };
    return (literal: Literal) => (literal.variable === "action" ? answer(literal, action) : ofAny(literal));
  };
  return { reader: { principal, scope, variables }, of };
}

/** What a key that a request does not list must be; undefined where it could be several things. */
function determined(domain: Domain | undefined): { readonly value: Value } | undefined {
  if (domain === undefined) return undefined;
  if (domain.presence !== "always") return { value: undefined };
  for (const { test, wanted } of domain.limits) {
    if (test.kind !== "text" || !wanted || test.patterns.length !== 1) continue;
    const [{ source, elements }] = test.patterns as [(typeof test.patterns)[number]];
    if (elements.every(({ is }) => is !== "one" && is !== "many")) return { value: [lettersOf(source)] };
  }
  return undefined;
}

function answer(literal: Literal, found: { readonly value: Value } | undefined): Answer {
  if (found === undefined) return "unknown";
  if (meets(literal, found.value, "certain")) return "yes";
  return meets({ ...literal, wanted: !literal.wanted }, found.value, "certain") ? "no" : "unknown";
}
