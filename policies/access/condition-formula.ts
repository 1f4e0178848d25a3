import { hasMark } from "../model/symbolic";
import { bound } from "./bound";
import { all, any, doubt, type Formula, literal } from "./formula";
import { presenceLiteral, type Test, textLiteral } from "./literal";
import { once } from "../once";
import { type Operator, operatorOf } from "./operators";
import type { PatternForm } from "./pattern";
import { hasVariables, type VariableValues } from "./policy-variables";
import type { Reader } from "./reader";
import type { Condition } from "./statement";
import { patternsOf } from "./text-formula";

/** When one condition of a statement holds. */
export function conditionFormula(condition: Condition, version: string, reader: Reader): Formula {
  const operator = operatorOf(condition.operator);
  if (operator === undefined) return doubt(`'${condition.operator}' is no condition operator`);
  if (hasMark(condition.key)) return doubt(`which condition key '${condition.key}' is`);
  const variable = condition.key.toLowerCase();
  const domain = reader.scope(variable);
  if (domain === undefined) return doubt(`the condition key '${condition.key}' is not modelled`);
  if (operator.comparison.kind === "present") return presence(condition, variable);
  if (domain.multivalued && operator.quantifier === "one") {
    return doubt(
      `'${condition.operator}' compares the many values of '${condition.key}' without ForAllValues or ForAnyValue`,
    );
  }
  const variables = operator.comparison.kind === "text" && hasVariables(condition.values, version);
  const holds = variables ? comparison(condition, operator, version, reader.variables) : fixed(condition);
  if (operator.whenAbsent !== "unknown") return holds;
  return any(holds, all(present(variable, false), doubt(`what '${condition.operator}' is without '${condition.key}'`)));
}

/** `Null` is true of what is absent; it takes both values where both are listed. */
function presence({ key, values }: Condition, variable: string): Formula {
  return any(
    ...values.map((value) =>
      hasMark(value) ? doubt(`whether '${key}' must be absent`) : present(variable, value === "false"),
    ),
  );
}

const present = (variable: string, wanted: boolean): Formula => literal(presenceLiteral(variable, wanted));

/** The same for every principal, where no policy variable stands in it. */
const fixed = once((condition: Condition) =>
  comparison(condition, operatorOf(condition.operator)!, "2008-10-17", () => undefined),
);

function comparison(condition: Condition, operator: Operator, version: string, values: VariableValues): Formula {
  const { quantifier, negated, whenAbsent } = operator;
  const variable = condition.key.toLowerCase();
  const how = { variable, quantifier, negated, whenAbsent: whenAbsent === "yes", wanted: true };
  const test = testOf(condition, operator, version, values);
  return literal(test.kind === "text" ? textLiteral(test.patterns, how) : { ...how, test });
}

function testOf({ values }: Condition, operator: Operator, version: string, variables: VariableValues): Test {
  const { comparison, negated } = operator;
  if (comparison.kind === "ordered") {
    const { scale, relation } = comparison;
    return { kind: "ordered", scale, relation, bounds: values.map((value) => bound(scale, value)) };
  }
  if (comparison.kind === "present") return { kind: "present" };
  const { wildcards, anyCase, arn } = comparison;
  const form: PatternForm = { wildcards, anyCase, ...(arn ? { arn: "parts" } : {}) };
  return { kind: "text", patterns: patternsOf(values, form, version, variables, negated) };
}
