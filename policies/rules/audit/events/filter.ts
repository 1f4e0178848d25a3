import ipaddr from "ipaddr.js";
import { not, some, type Answer } from "../../../answer";
import { isObject, type Data } from "../../../model/data";
import { hasHole } from "../../../model/symbolic";

export type Scalar = string | number | boolean | null;

const COMPARE: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  "=": (one, other) => one === other,
  "<": (one, other) => one < other,
  "<=": (one, other) => one <= other,
  ">": (one, other) => one > other,
  ">=": (one, other) => one >= other,
};

/**
 * Whether a value passes one of the alternatives of an EventBridge pattern. A filter that is not known here, or whose
 * operand is not known before deployment, is unknown.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function passesFilter(filter: Data, value: Scalar): Answer {
  if (!isObject(filter)) return equals(filter, value);
  const [[operator, operand] = [], ...others] = Object.entries(filter) as [string, Data][];
  if (operator === undefined || operand === undefined || others.length > 0) return "unknown";
  if (hasHole(JSON.stringify(operand))) return "unknown";
  switch (operator) {
    case "exists":
      return typeof operand === "boolean" ? answerOf(operand) : "unknown";
    case "anything-but":
      return not(excluded(operand, value));
    case "numeric":
      return numeric(operand, value);
    case "cidr":
      return inRange(operand, value);
    default:
      return textual(operator, operand, value);
  }
}

function equals(expected: Data, value: Scalar): Answer {
  if (Array.isArray(expected)) return "unknown";
  return typeof expected === "string" && hasHole(expected) ? "unknown" : answerOf(expected === value);
}

function excluded(operand: Data, value: Scalar): Answer {
  if (Array.isArray(operand)) return some(operand.map((each: Data) => equals(each, value)));
  if (!isObject(operand)) return equals(operand, value);
  const [[operator, texts] = [], ...others] = Object.entries(operand) as [string, Data][];
  if (operator === undefined || texts === undefined || others.length > 0) return "unknown";
  return some([texts].flat().map((text) => textual(operator, text as Data, value)));
}

function textual(operator: string, operand: Data, value: Scalar): Answer {
  if (isObject(operand)) {
    const ignoringCase = operand["equals-ignore-case"];
    if ((operator !== "prefix" && operator !== "suffix") || typeof ignoringCase !== "string") return "unknown";
    return textual(operator, ignoringCase.toLowerCase(), typeof value === "string" ? value.toLowerCase() : value);
  }
  const test = typeof operand === "string" ? textTest(operator, operand) : undefined;
  if (!test) return "unknown";
  return answerOf(typeof value === "string" && test(value));
}

function textTest(operator: string, operand: string): ((value: string) => boolean) | undefined {
  switch (operator) {
    case "prefix":
      return (value) => value.startsWith(operand);
    case "suffix":
      return (value) => value.endsWith(operand);
    case "equals-ignore-case":
      return (value) => value.toLowerCase() === operand.toLowerCase();
    case "wildcard":
      return (value) => wildcard(operand).test(value);
    default:
      return undefined;
  }
}

/** `*` is any run of characters; `\*` and `\\` are themselves. */
function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/\\[*\\]|\*|[.+?^${}()|[\]\\]/g, (found) =>
    found === "*" ? ".*" : `\\${found.slice(-1)}`,
  );
  return new RegExp(`^${source}$`, "s");
}

/** @param operand e.g. `[">", 0, "<=", 5]` */
function numeric(operand: Data, value: Scalar): Answer {
  if (!Array.isArray(operand) || operand.length === 0 || operand.length % 2 === 1) return "unknown";
  const tests: boolean[] = [];
  for (let at = 0; at < operand.length; at += 2) {
    const compare = COMPARE[String(operand[at])];
    const bound: unknown = operand[at + 1];
    if (!compare || typeof bound !== "number") return "unknown";
    tests.push(typeof value === "number" && compare(value, bound));
  }
  return answerOf(tests.every(Boolean));
}

function inRange(operand: Data, value: Scalar): Answer {
  if (typeof operand !== "string" || !ipaddr.isValidCIDR(operand)) return "unknown";
  if (typeof value !== "string" || !ipaddr.isValid(value)) return "no";
  const [range, bits] = ipaddr.parseCIDR(operand);
  const address = ipaddr.parse(value);
  return answerOf(address.kind() === range.kind() && address.match(range, bits));
}

function answerOf(holds: boolean): Answer {
  return holds ? "yes" : "no";
}
