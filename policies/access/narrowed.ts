import { hasHole } from "../model/symbolic";
import { comparesAmounts } from "./compares-amounts";
import type { PolicyDocument } from "./document";
import { once } from "../once";
import type { PrincipalSet } from "./principal";
import type { Question } from "./grant";

const ACCOUNTS = /(?<!\d)\d{12}(?!\d)/g;

const accountsIn = once((document: PolicyDocument): ReadonlySet<string> => accountsOf(document));

const hasHoles = once((document: PolicyDocument) => hasHole(JSON.stringify(document)));

/** A variable may put an account's id where a pattern matches a part of it. */
const hasVariables = once((document: PolicyDocument) => JSON.stringify(document.statements).includes("${"));

/**
 * The same question, without accounts that change no answer because nothing else names them: of those that are shut out,
 * each is like any that nobody knows, and an unnamed account of each known organization is among those that are asked
 * about in any case; of those that are asked about, each is like any other of its organization. Where a document has a
 * hole, it may come to name any of them.
 */
export function narrowed(documents: readonly PolicyDocument[], question: Question): Question {
  const { world, principals, ...asked } = question;
  if (!principals.some(({ kind }) => kind === "outside" || kind === "account")) return question;
  if (documents.some(hasHoles)) return question;
  const others = principals.filter(({ kind }) => kind !== "outside" && kind !== "account");
  const { resourceAccount, managementAccounts } = world;
  const named = [...documents.map(accountsIn), accountsOf([asked, others, resourceAccount, managementAccounts])];
  const tellsAccountsApart = documents.some((document) => comparesAmounts(document) || hasVariables(document));
  const isNamed = (account: string) => named.some((accounts) => accounts.has(account));
  const seen = new Set<string | undefined>();
  const tells = (set: PrincipalSet): boolean => {
    if (set.kind !== "account" || tellsAccountsApart || isNamed(set.account)) return true;
    const organization = world.organizationOf(set.account);
    if (seen.has(organization)) return false;
    seen.add(organization);
    return true;
  };
  const narrow = (set: PrincipalSet): PrincipalSet =>
    set.kind === "outside" ? { ...set, accounts: set.accounts.filter(isNamed) } : set;
  return { ...question, principals: principals.filter(tells).map(narrow) };
}

function accountsOf(structure: unknown): ReadonlySet<string> {
  return new Set(JSON.stringify(structure).match(ACCOUNTS) ?? []);
}
