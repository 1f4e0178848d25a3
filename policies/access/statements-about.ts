import type { PolicyDocument } from "./document";
import type { Statement } from "./statement";
import { Kept } from "../kept";
import { hasMark } from "../model/symbolic";
import { once } from "../once";
import { hasWildcard, meetsWildcards } from "../wildcards";
import { writtenOut } from "./written-out";

/**
 * A document without the statements that are about none of some actions: whatever is denied of these, it denies too, and
 * it is asked in less time.
 *
 * @param actions `service:Action`, or patterns
 */
export function statementsAbout(document: PolicyDocument, actions: readonly string[]): PolicyDocument {
  return aboutActions(document).of(writtenOut(actions), () => ({
    ...document,
    statements: document.statements.filter((statement) => actions.some((action) => mayBeAbout(statement, action))),
  }));
}

/** One document for the same actions, so that what is found out about it is found again. */
const aboutActions = once((_: PolicyDocument) => new Kept<PolicyDocument>());

/** As above, and without what is allowed: most guardrails have nothing left. */
export function denialsOf(document: PolicyDocument, actions: readonly string[]): PolicyDocument {
  return denials(statementsAbout(document, actions));
}

const denials = once((document: PolicyDocument): PolicyDocument => ({
  ...document,
  statements: document.statements.filter(({ effect }) => effect === "Deny"),
}));

function mayBeAbout({ actions, notActions }: Statement, action: string): boolean {
  if (actions) return actions.some((pattern) => hasMark(pattern) || mayMeet(pattern, action));
  return !notActions?.some((pattern) => !hasMark(pattern) && takes(pattern, action));
}

/** Of two patterns only the services are compared. */
function mayMeet(pattern: string, action: string): boolean {
  if (!hasWildcard(action)) return takes(pattern, action);
  const [one, other] = [serviceOf(pattern), serviceOf(action)];
  return hasWildcard(one) || hasWildcard(other) || one === other;
}

function takes(pattern: string, action: string): boolean {
  return meetsWildcards(action.toLowerCase(), pattern.toLowerCase());
}

function serviceOf(action: string): string {
  return action.split(":")[0]!.toLowerCase();
}
