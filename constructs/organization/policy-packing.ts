import { policyDocument, type Statement } from "../iam/policy-document";

/** The older and safe figure. @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const LARGEST_POLICY_CHARACTERS = 5120;
/** A tenth stays free, so that a new account or action does not come as a surprise. */
const BUDGET_CHARACTERS = Math.floor(LARGEST_POLICY_CHARACTERS * 0.9);

/** A statement that fits into no policy. */
export class StatementTooLarge extends Error {
  constructor(sid: string, characters: number) {
    super(`statement ${sid} must have at most ${BUDGET_CHARACTERS} characters, got ${characters}; split it`);
  }
}

/**
 * The statements in as few policies as they fit into, in their order, each within nine tenths of the quota.
 *
 * @returns minified documents
 * @throws StatementTooLarge when one alone exceeds it
 */
export function packPolicies(statements: readonly Statement[]): readonly string[] {
  const packs: Statement[][] = [];
  for (const statement of statements) {
    const alone = policyDocument([statement]).length;
    if (alone > BUDGET_CHARACTERS) throw new StatementTooLarge(statement.Sid, alone);
    const last = packs.at(-1);
    if (last && policyDocument([...last, statement]).length <= BUDGET_CHARACTERS) last.push(statement);
    else packs.push([statement]);
  }
  return packs.map(policyDocument);
}
