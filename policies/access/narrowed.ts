import { hasHole } from "../model/symbolic";
import { comparesAmounts } from "./compares-amounts";
import type { PolicyDocument } from "./document";
import { once } from "../once";
import type { PrincipalSet } from "./principal";
import type { Question } from "./grant";
import type { Statement } from "./statement";

const ACCOUNTS = /(?<!\d)\d{12}(?!\d)/g;

/** What tells accounts apart in a text. */
interface Telling {
  readonly accounts: ReadonlySet<string>;
  readonly hasHole: boolean;
  /** A variable may put an account's id where a pattern matches a part of it. */
  readonly hasVariable: boolean;
}

const inStatement = once((statement: Statement) => tellingIn(JSON.stringify(statement)));

const inDocument = once(({ statements, problems }: PolicyDocument): Telling => {
  const parts = [...statements.map(inStatement), ...problems.map(tellingIn)];
  return {
    accounts: new Set(parts.flatMap(({ accounts }) => [...accounts])),
    hasHole: parts.some((part) => part.hasHole),
    hasVariable: parts.some((part) => part.hasVariable),
  };
});

function tellingIn(text: string): Telling {
  return { accounts: accountsOf(text), hasHole: hasHole(text), hasVariable: text.includes("${") };
}

/**
 * The same question, without accounts that change no answer because nothing else names them: of those that are shut out,
 * each is like any that nobody knows, and an unnamed account of each known organization is among those that are asked
 * about in any case; of those that are asked about, each is like any other of its organization. Where a document has a
 * hole, it may come to name any of them.
 */
export function narrowed(documents: readonly PolicyDocument[], question: Question): Question {
  const { world, principals, ...asked } = question;
  if (!principals.some(({ kind }) => kind === "outside" || kind === "account")) return question;
  const told = documents.map(inDocument);
  if (told.some((each) => each.hasHole)) return question;
  const others = principals.filter(({ kind }) => kind !== "outside" && kind !== "account");
  const { resourceAccount, managementAccounts } = world;
  const beside = JSON.stringify([asked, others, resourceAccount, managementAccounts]);
  const named = [...told.map(({ accounts }) => accounts), accountsOf(beside)];
  const tellsAccountsApart =
    told.some(({ hasVariable }) => hasVariable) || documents.some((document) => comparesAmounts(document));
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

function accountsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(ACCOUNTS) ?? []);
}
