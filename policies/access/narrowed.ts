import type { PolicyDocument } from "./document";
import { once } from "./once";
import type { PrincipalSet } from "./principal";
import type { Question } from "./question";

const ACCOUNTS = /(?<!\d)\d{12}(?!\d)/g;

const accountsIn = once((document: PolicyDocument): ReadonlySet<string> => accountsOf(document));

/**
 * The same question, with no account shut out that nothing names: such an account is like any that nobody knows, and an
 * unnamed account of each known organization is among those that are asked about in any case.
 */
export function narrowed(documents: readonly PolicyDocument[], question: Question): Question {
  if (!question.principals.some(({ kind }) => kind === "outside")) return question;
  const { world, principals, ...asked } = question;
  const others = principals.filter(({ kind }) => kind !== "outside");
  const { resourceAccount, managementAccounts } = world;
  const named = [
    ...documents.map(accountsIn),
    accountsOf([asked, others, resourceAccount, managementAccounts]),
  ] as const;
  const isNamed = (account: string) => named.some((accounts) => accounts.has(account));
  const narrow = (set: PrincipalSet): PrincipalSet =>
    set.kind === "outside" ? { ...set, accounts: set.accounts.filter(isNamed) } : set;
  return { ...question, principals: principals.map(narrow) };
}

function accountsOf(structure: unknown): ReadonlySet<string> {
  return new Set(JSON.stringify(structure).match(ACCOUNTS) ?? []);
}
