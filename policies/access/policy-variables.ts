import { hasMark, hole, legible } from "../model/symbolic";
import { type Letter, lettersOf } from "./letters";
import { type Pattern, type PatternForm, patternOf, type Substituted } from "./pattern";

/** The value that a request carries for a condition key in lower case; undefined when it carries none. */
export type VariableValues = (key: string) => readonly Letter[] | undefined;

const VARIABLE = /([\uE000\uE002][^\uE001\uE003]*[\uE001\uE003])|\$\{([^}]*)\}/g;
const ESCAPES: Readonly<Record<string, string>> = { "*": "*", "?": "?", $: "$" };

/** The condition keys that a text's policy variables stand for, in lower case. */
export function variablesOf(text: string, version: string): readonly string[] {
  if (version !== "2012-10-17") return [];
  return [...text.matchAll(VARIABLE)].flatMap(([, , name]) =>
    name === undefined || Object.hasOwn(ESCAPES, name) || hasMark(name) ? [] : [keyOf(name)],
  );
}

/** Whether some of a list's texts hold a policy variable or its escapes. */
export function hasVariables(texts: readonly string[], version: string): boolean {
  return version === "2012-10-17" && texts.some((text) => text.includes("${"));
}

/**
 * What a text of a policy matches once its policy variables have their values.
 *
 * A variable without a value or default makes a statement not match. AWS says so of a positive element alone; what it
 * makes of `NotResource` or a negated operator stays unknown.
 *
 * @returns undefined when a variable has no value and the element is positive
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function patternWithVariables(
  text: string,
  form: PatternForm,
  version: string,
  values: VariableValues,
  negated: boolean,
): Pattern | undefined {
  if (!hasVariables([text], version)) return patternOf(text, form);
  const parts: (string | Substituted)[] = [];
  let at = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const [whole, , name] = match;
    if (name === undefined) continue;
    const letters = hasMark(name) && negated ? undefined : lettersFor(name, values);
    if (letters === undefined) return negated ? patternOf(hole(legible(name)), form) : undefined;
    parts.push(text.slice(at, match.index), { letters });
    at = match.index + whole.length;
  }
  return patternOf([...parts, text.slice(at)], form);
}

function lettersFor(name: string, values: VariableValues): readonly Letter[] | undefined {
  if (Object.hasOwn(ESCAPES, name)) return [ESCAPES[name]!];
  return hasMark(name) ? lettersOf(hole(legible(name))) : (values(keyOf(name)) ?? fallbackOf(name));
}

function keyOf(name: string): string {
  return name.split(",")[0]!.trim().toLowerCase();
}

function fallbackOf(name: string): readonly Letter[] | undefined {
  const [, fallback] = /,\s*'(.*)'\s*$/.exec(name) ?? [];
  return fallback === undefined ? undefined : lettersOf(fallback);
}
