import type { Answer } from "../answer";

/** How a test reads the values of a policy and of a request. */
export type Comparison =
  | { readonly kind: "present" }
  | { readonly kind: "text"; readonly wildcards: boolean; readonly anyCase: boolean; readonly arn: boolean }
  | { readonly kind: "ordered"; readonly scale: Scale; readonly relation: Relation };

export type Scale = "number" | "date" | "address";
/** Of a request's value to the policy's: `in` is an address in a range of addresses. */
export type Relation = "=" | "<" | "<=" | ">" | ">=" | "in";

export interface Operator {
  /** `ForAllValues:`, `ForAnyValue:`, or neither. */
  readonly quantifier: "one" | "all" | "any";
  readonly comparison: Comparison;
  /** True of a value that equals none of the policy's. */
  readonly negated: boolean;
  /** What the condition is when the request does not carry the key; unknown where AWS's rules contradict each other. */
  readonly whenAbsent: Answer;
}

const equal: Comparison = { kind: "text", wildcards: false, anyCase: false, arn: false };
const anyCase: Comparison = { kind: "text", wildcards: false, anyCase: true, arn: false };
const like: Comparison = { kind: "text", wildcards: true, anyCase: false, arn: false };
/** `ArnEquals` and `ArnLike` are one operator: both take wildcards, and compare the six parts of an ARN one by one. */
const arn: Comparison = { kind: "text", wildcards: true, anyCase: false, arn: true };
const ordered = (scale: Scale, relation: Relation): Comparison => ({ kind: "ordered", scale, relation });

/** A leading `!` marks the negated one. */
const COMPARISONS: Readonly<Record<string, readonly [Comparison, "!"?]>> = {
  StringEquals: [equal],
  StringNotEquals: [equal, "!"],
  StringEqualsIgnoreCase: [anyCase],
  StringNotEqualsIgnoreCase: [anyCase, "!"],
  StringLike: [like],
  StringNotLike: [like, "!"],
  BinaryEquals: [equal],
  Bool: [anyCase],
  ArnEquals: [arn],
  ArnLike: [arn],
  ArnNotEquals: [arn, "!"],
  ArnNotLike: [arn, "!"],
  NumericEquals: [ordered("number", "=")],
  NumericNotEquals: [ordered("number", "="), "!"],
  NumericLessThan: [ordered("number", "<")],
  NumericLessThanEquals: [ordered("number", "<=")],
  NumericGreaterThan: [ordered("number", ">")],
  NumericGreaterThanEquals: [ordered("number", ">=")],
  DateEquals: [ordered("date", "=")],
  DateNotEquals: [ordered("date", "="), "!"],
  DateLessThan: [ordered("date", "<")],
  DateLessThanEquals: [ordered("date", "<=")],
  DateGreaterThan: [ordered("date", ">")],
  DateGreaterThanEquals: [ordered("date", ">=")],
  IpAddress: [ordered("address", "in")],
  NotIpAddress: [ordered("address", "in"), "!"],
};

/**
 * What an operator of a `Condition` means, with AWS's rules for a key that the request does not carry: a condition is
 * false, unless it is negated, ends in `IfExists`, or asks something of *all* values. `ForAnyValue:` is false even where
 * it is negated, since there is no value; what it is with `IfExists` is not said.
 *
 * @param name as written, e.g. `ForAnyValue:StringLike`; the case counts
 * @returns undefined for what is no operator
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function operatorOf(name: string): Operator | undefined {
  if (name === "Null") {
    return { quantifier: "one", comparison: { kind: "present" }, negated: false, whenAbsent: "no" };
  }
  const [, set, base, ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  const entry = base !== undefined && Object.hasOwn(COMPARISONS, base) ? COMPARISONS[base] : undefined;
  if (entry === undefined) return undefined;
  const quantifier = set === "ForAllValues:" ? "all" : set === "ForAnyValue:" ? "any" : "one";
  const negated = entry[1] === "!";
  return {
    quantifier,
    comparison: entry[0],
    negated,
    whenAbsent: absence(quantifier, negated, ifExists !== undefined),
  };
}

function absence(quantifier: Operator["quantifier"], negated: boolean, ifExists: boolean): Answer {
  if (quantifier === "any") return ifExists ? "unknown" : "no";
  return ifExists || quantifier === "all" || negated ? "yes" : "no";
}
