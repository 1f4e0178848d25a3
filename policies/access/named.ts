import type { PolicyDocument } from "./document";
import { freshCharacters } from "./letters";
import { once } from "../once";

/** What documents and questions call by name: everything that they can tell from anything else. */
export interface Named {
  readonly accounts: readonly string[];
  readonly organizations: readonly string[];
  /** ARNs of assumed-role sessions. */
  readonly sessions: readonly string[];
  /** Of the first ARN that names one; `aws` where none does. */
  readonly partition: string;
  /** Whether a statement turns on the organization of a principal or of a source. */
  readonly askOrganizations: boolean;
  readonly askSources: boolean;
  /** Characters that none of them holds. */
  readonly fresh: readonly string[];
  /** Patterns of account ids, such as `1234*`. */
  readonly partial: readonly string[];
  /** What may tell one unnamed account from another: a comparison by amount, or a part of its id in a pattern. */
  readonly tellsUnnamed: readonly string[];
}

const ACCOUNT_KEY = /Account$/i;
const ACCOUNT_VARIABLE = /\$\{[\w:]*Account[^}]*\}/i;

/** What some texts name. */
interface Naming {
  readonly accounts: readonly string[];
  readonly organizations: readonly string[];
  readonly sessions: readonly string[];
  readonly partition: string | undefined;
  readonly askOrganizations: boolean;
  readonly askSources: boolean;
  readonly characters: string;
  /** With a policy variable that stands for an account's id, and with a part of an id beside a wildcard. */
  readonly variable: string | undefined;
  readonly part: string | undefined;
}

/** @param texts further texts, e.g. those of a question */
export function namedIn(documents: readonly PolicyDocument[], texts: readonly string[]): Named {
  const all = [...documents.map(inDocument), inTexts(texts)];
  const every = (of: (each: Naming) => readonly string[]) => [...new Set(all.flatMap(of))].sort();
  const first = (of: (each: Naming) => string | undefined) => all.map(of).find((each) => each !== undefined);
  const [variable, part] = [first((each) => each.variable), first((each) => each.part)];
  return {
    accounts: every(({ accounts }) => accounts),
    organizations: every(({ organizations }) => organizations),
    sessions: every(({ sessions }) => sessions),
    partition: first(({ partition }) => partition) ?? "aws",
    askOrganizations: all.some(({ askOrganizations }) => askOrganizations),
    askSources: all.some(({ askSources }) => askSources),
    fresh: freshCharacters(all.map(({ characters }) => characters)),
    partial: documents.flatMap(partialAccounts),
    tellsUnnamed: [
      ...documents.flatMap(amountsOfAccounts),
      // A pattern may match a part of the id that a variable puts into another text.
      ...(variable === undefined || part === undefined ? [] : [`'${part}' beside '${variable}'`]),
    ],
  };
}

const inDocument = once((document: PolicyDocument) => inTexts(textsOf(document)));

function inTexts(texts: readonly string[]): Naming {
  const every = (pattern: RegExp) => texts.flatMap((text) => text.match(pattern) ?? []);
  const mentions = (pattern: RegExp) => texts.some((text) => pattern.test(text));
  return {
    accounts: every(/(?<!\d)\d{12}(?!\d)/g),
    organizations: every(/\bo-[a-z0-9]{10,32}\b/g),
    sessions: every(/^arn:[\w-]+:sts::\d{12}:assumed-role\/[^/*?]+\/[^/*?]+$/g),
    partition: texts.map((text) => /^arn:([\w-]+):/.exec(text)?.[1]).find((each) => each !== undefined),
    askOrganizations: mentions(/^(aws:PrincipalOrg|aws:SourceOrg)/i),
    askSources: mentions(/^aws:Source(Account|Arn|Org)/i),
    characters: [...new Set(texts.join("").toLowerCase())].join(""),
    variable: texts.find((text) => ACCOUNT_VARIABLE.test(text)),
    part: texts.find((text) => /\d[*?]|[*?]\d/.test(text)),
  };
}

function amountsOfAccounts({ statements }: PolicyDocument): readonly string[] {
  return statements.flatMap(({ conditions }) =>
    conditions.flatMap(({ operator, key }) =>
      ACCOUNT_KEY.test(key) && /Numeric|Date/i.test(operator) ? `${operator} of ${key}` : [],
    ),
  );
}

/** The texts of a document, keys of conditions included. */
function textsOf({ statements }: PolicyDocument): readonly string[] {
  return statements.flatMap((each) => [
    ...[each.principals, each.notPrincipals].flatMap((element) =>
      element === undefined ? [] : [...element.aws, ...element.services, ...element.federated],
    ),
    ...(each.actions ?? []),
    ...(each.notActions ?? []),
    ...(each.resources ?? []),
    ...(each.notResources ?? []),
    ...each.conditions.flatMap(({ key, values }) => [key, ...values]),
  ]);
}

const partialAccounts = once(({ statements }: PolicyDocument): readonly string[] =>
  statements.flatMap(({ conditions }) =>
    conditions.flatMap(({ key, values }) => {
      if (ACCOUNT_KEY.test(key)) return values.filter(isPartial);
      return /^aws:(Principal|Source)Arn$/i.test(key) ? values.filter((value) => isPartial(accountPart(value))) : [];
    }),
  ),
);

/** Where an ARN's account is, or the last part of what has fewer, which may reach as far. */
function accountPart(pattern: string): string {
  const parts = pattern.split(":");
  return parts[4] ?? parts.at(-1)!;
}

function isPartial(account: string): boolean {
  return /\d/.test(account) && /[*?]/.test(account) && !/^\d{12}\*$/.test(account);
}
