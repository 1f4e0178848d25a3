import { some, type Answer } from "../../../answer";
import { isObject, type Data } from "../../../model/data";
import { isUnknown } from "../../../model/expression";
import { hasHole } from "../../../model/symbolic";
import type { Value } from "../../../model/value";
import { ABSENT, ANYTHING, type EventKind } from "./event";
import { passesFilter } from "./filter";

/**
 * Whether an EventBridge pattern matches every event of a kind.
 *
 * What the pattern asks of a field that the kind leaves open narrows it: some events of the kind have another value.
 * A pattern, filter or text that cannot be read, or that EventBridge would refuse, is unknown.
 *
 * @param open what to answer for a field that the kind leaves open: `yes` asks whether any event may match
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function matchesEvery(pattern: Data, kind: EventKind, open: "yes" | "no" = "no"): Answer {
  if (!isObject(pattern) || Object.keys(pattern).length === 0) return "unknown";
  let answer: Answer = "yes";
  for (const [field, expected] of Object.entries(pattern as Readonly<Record<string, Data>>)) {
    const met = field === "$or" ? matchesOne(expected, kind, open) : fieldMatches(expected, kind[field], open);
    if (met === "no") return "no";
    if (met === "unknown") answer = "unknown";
  }
  return answer;
}

/** How many of the values that all events of a kind share a pattern asks for, but for one that says nothing of the kind. */
export function closeness(pattern: Data, kind: EventKind, common: string): number {
  if (!isObject(pattern)) return 0;
  return Object.entries(pattern as Readonly<Record<string, Data>>).reduce((sum, [field, expected]) => {
    if (field === "$or")
      return sum + Math.max(0, ...[expected].flat().map((each) => closeness(each as Data, kind, common)));
    const actual = kind[field];
    if (actual === undefined || typeof actual === "symbol" || actual === common) return sum;
    if (typeof actual === "object" && actual !== null) return sum + closeness(expected, actual, common);
    return sum + (fieldMatches(expected, actual, "no") === "no" ? 0 : 1);
  }, 0);
}

/** The pattern that stands in an attribute as JSON; unknown when it is not JSON. */
export function readPattern(value: Value): Data {
  const { text } = value;
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as Data;
  } catch {
    return null;
  }
}

function matchesOne(patterns: Data, kind: EventKind, open: "yes" | "no"): Answer {
  if (!Array.isArray(patterns) || patterns.length < 2) return "unknown";
  return some(patterns.map((pattern: Data) => matchesEvery(pattern, kind, open)));
}

function fieldMatches(expected: Data, actual: EventKind[string] | undefined, open: "yes" | "no"): Answer {
  if (isUnknown(expected) || (typeof expected === "string" && hasHole(expected))) return "unknown";
  if (Array.isArray(expected)) return some(expected.map((filter: Data) => filterMatches(filter, actual, open)));
  if (!isObject(expected)) return "unknown";
  if (actual === ABSENT) {
    const without = Object.fromEntries(Object.keys(expected).map((field) => [field, ABSENT] as const));
    return matchesEvery(expected as Data, without, open);
  }
  if (typeof actual === "symbol" || actual === undefined) return matchesEvery(expected as Data, {}, open);
  return typeof actual === "object" && actual !== null ? matchesEvery(expected as Data, actual, open) : "no";
}

function filterMatches(filter: Data, actual: EventKind[string] | undefined, open: "yes" | "no"): Answer {
  if (actual === undefined) return open;
  if (actual === ABSENT) return isObject(filter) && filter["exists"] === false ? "yes" : "no";
  if (actual === ANYTHING) {
    const exists = isObject(filter) ? filter["exists"] : undefined;
    return typeof exists === "boolean" ? passesFilter(filter, null) : open;
  }
  return typeof actual === "object" && actual !== null ? "no" : passesFilter(filter, actual);
}
