import type { PolicyDocument } from "../../access/document";
import type { Statement } from "../../access/statement";
import { Kept } from "../../kept";
import { hasMark } from "../../model/symbolic";
import { once } from "../../once";

/**
 * Of a guardrail, the denials that may be of one action: whatever it denies of that action, they deny too, and most
 * guardrails have none.
 */
export function denialsOf(document: PolicyDocument, action: string): PolicyDocument {
  return known(document).of(action, () => ({
    ...document,
    statements: document.statements.filter((statement) => statement.effect === "Deny" && mayBeOf(statement, action)),
  }));
}

const known = once((_: PolicyDocument) => new Kept<PolicyDocument>());

function mayBeOf({ actions, notActions }: Statement, action: string): boolean {
  if (actions?.some((pattern) => hasMark(pattern) || names(pattern, action))) return true;
  if (actions !== undefined) return false;
  return !notActions?.some((pattern) => !hasMark(pattern) && names(pattern, action));
}

function names(pattern: string, action: string): boolean {
  const parts = pattern.split("*").map((part) =>
    part
      .split("?")
      .map((literal) => literal.replace(/[.+^${}()|[\]\\]/g, "\\$&"))
      .join("."),
  );
  return new RegExp(`^${parts.join(".*")}$`, "i").test(action);
}
