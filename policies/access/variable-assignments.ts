import { hole } from "../model/symbolic";
import type { Budget } from "./budget";
import type { PolicyDocument } from "./document";
import { type Letter, lettersOf, opaqueValue } from "./letters";
import { textLiteral } from "./literal";
import { once } from "../once";
import { patternOf } from "./pattern";
import { variablesOf } from "./policy-variables";
import type { Domain, Scope } from "./scope";

/** What a request carries for each condition key that a policy variable stands for. */
export type Assignment = ReadonlyMap<string, readonly Letter[] | undefined>;

/** More combinations than that are not tried. */
const MOST = 256;

/**
 * Every case that policy variables make: their key is absent, is a value that policies name, or is any other, which
 * stands as one opaque name wherever the variable does.
 */
export function assignmentsOf(
  documents: readonly PolicyDocument[],
  scope: Scope,
  budget: Budget,
): readonly Assignment[] {
  const keys = new Set(documents.flatMap(keysOf));
  let assignments: readonly Assignment[] = [new Map()];
  for (const key of keys) {
    const values = valuesOf(key, scope(key), namedValues(documents, key));
    assignments = assignments.flatMap((each) => values.map((value) => new Map([...each, [key, value] as const])));
    if (assignments.length > MOST) {
      budget.giveUp();
      assignments = assignments.slice(0, MOST);
    }
  }
  return assignments;
}

/** A scope in which what is assigned is fixed. */
export function assigned(scope: Scope, assignment: Assignment): Scope {
  if (assignment.size === 0) return scope;
  const known = new Map<string, Domain | undefined>();
  return (variable) => {
    if (!assignment.has(variable)) return scope(variable);
    if (!known.has(variable)) known.set(variable, fixedTo(assignment.get(variable), variable, scope(variable)));
    return known.get(variable);
  };
}

function fixedTo(letters: readonly Letter[] | undefined, variable: string, domain: Domain | undefined) {
  if (domain === undefined || domain.multivalued) return domain;
  if (letters === undefined) return { ...domain, presence: "never" } as const;
  const patterns = [patternOf([{ letters }], { wildcards: false })];
  const fixed = { variable, quantifier: "all", negated: false, whenAbsent: true, wanted: true } as const;
  const limits = [...domain.limits, textLiteral(patterns, fixed)];
  return { ...domain, presence: "always", limits } as const;
}

function valuesOf(
  key: string,
  domain: Domain | undefined,
  named: readonly string[],
): readonly (readonly Letter[] | undefined)[] {
  if (domain === undefined || domain.multivalued) return [lettersOf(hole(key))];
  const forms = domain.limits
    .filter(({ test, wanted }) => test.kind === "text" && wanted)
    .flatMap(({ test }) => (test.kind === "text" ? test.patterns.map(({ source }) => source) : []));
  const opaque = opaqueValue(key);
  const known = forms.length === 0 ? [opaque] : forms.map((form) => form.replace(/[*?]+/, opaque));
  return [
    ...(domain.presence === "never" ? [] : [...known, ...named].map(lettersOf)),
    ...(domain.presence === "always" ? [] : [undefined]),
  ];
}

/** The values that some condition compares a key with. */
function namedValues(documents: readonly PolicyDocument[], key: string): readonly string[] {
  const conditions = documents.flatMap(({ statements }) => statements.flatMap((each) => each.conditions));
  const values = conditions.filter((each) => each.key.toLowerCase() === key).flatMap((each) => each.values);
  return [...new Set(values)].filter((value) => !/[*?$]/.test(value));
}

/** The condition keys that a document's policy variables stand for. */
const keysOf = once((document: PolicyDocument): readonly string[] => {
  const keys = textsOf(document).flatMap((text) => variablesOf(text, document.version));
  return [...new Set(keys)];
});

function textsOf({ statements }: PolicyDocument): readonly string[] {
  return statements.flatMap((each) => [
    ...(each.resources ?? []),
    ...(each.notResources ?? []),
    ...each.conditions.flatMap(({ values }) => values),
  ]);
}
