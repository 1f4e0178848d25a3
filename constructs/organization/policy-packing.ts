import { policyDocument, type Statement } from "../iam/policy-document";
import { budgetCharacters } from "./guardrail-budget";
import type { PolicyType } from "./policy-type";

/** A statement that fits into no policy. */
class StatementTooLarge extends Error {
  constructor(sid: string, characters: number, most: number) {
    super(`statement ${sid} must have at most ${most} characters, got ${characters}; split it`);
  }
}

/**
 * The statements in as few policies as they fit into, in their order, each within the budget.
 *
 * @returns minified documents
 * @throws StatementTooLarge when one alone exceeds it
 */
export function packPolicies(statements: readonly Statement[], type: PolicyType): readonly string[] {
  const most = budgetCharacters(type);
  const packs: Statement[][] = [];
  for (const statement of statements) {
    const alone = policyDocument([statement]).length;
    if (alone > most) throw new StatementTooLarge(statement.Sid, alone, most);
    const last = packs.at(-1);
    if (last && policyDocument([...last, statement]).length <= most) last.push(statement);
    else packs.push([statement]);
  }
  return packs.map((pack) => policyDocument(pack));
}
