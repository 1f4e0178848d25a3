import { always, type Formula, literal, never } from "./formula";
import { textLiteral } from "./literal";
import { once } from "../once";
import { type Pattern, type PatternForm, patternList } from "./pattern";
import { hasVariables, patternWithVariables, type VariableValues } from "./policy-variables";

/** Of `Action` and `NotAction`: without their case, and without policy variables. */
export const actionFormula = (actions: readonly string[], negated: boolean): Formula =>
  ofList(actions, negated, (negated ? notActions : someAction)(actions));

/** Of `Resource` and `NotResource`. */
export function resourceFormula(
  resources: readonly string[],
  negated: boolean,
  version: string,
  values: VariableValues,
): Formula {
  const patterns = hasVariables(resources, version)
    ? patternsOf(resources, RESOURCE, version, values, negated)
    : undefined;
  const fixed = negated ? notResources : someResource;
  return ofList(resources, negated, patterns ? literalFor("resource", patterns, negated) : fixed(resources));
}

/** @returns those alone whose policy variables have values; see `patternWithVariables` */
export function patternsOf(
  texts: readonly string[],
  form: PatternForm,
  version: string,
  values: VariableValues,
  negated: boolean,
): readonly Pattern[] {
  if (!hasVariables(texts, version)) return patternList(texts, form);
  return texts.flatMap((text) => patternWithVariables(text, form, version, values, negated) ?? []);
}

const ACTION: PatternForm = { wildcards: true, anyCase: true };
const RESOURCE: PatternForm = { wildcards: true, arn: "resource" };

const fixed = (variable: string, form: PatternForm, negated: boolean) =>
  once((texts: readonly string[]) => literalFor(variable, patternList(texts, form), negated));
const someAction = fixed("action", ACTION, false);
const notActions = fixed("action", ACTION, true);
const someResource = fixed("resource", RESOURCE, false);
const notResources = fixed("resource", RESOURCE, true);

function ofList(texts: readonly string[], negated: boolean, literal: Formula): Formula {
  return texts.includes("*") ? (negated ? never : always) : literal;
}

function literalFor(variable: string, patterns: readonly Pattern[], negated: boolean): Formula {
  return literal(textLiteral(patterns, { variable, quantifier: "one", negated, whenAbsent: negated, wanted: true }));
}
