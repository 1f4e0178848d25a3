import type { PolicyDocument } from "./document";
import { freshCharacters } from "./letters";
import { Kept } from "../kept";
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
  readonly fresh: () => readonly string[];
  /** Patterns of account ids, such as `1234*`. */
  readonly partial: readonly string[];
  /** What may tell one unnamed account from another: a comparison by amount, or a part of its id in a pattern. */
  readonly tellsUnnamed: readonly string[];
}

const ACCOUNT_KEY = /Account$/i;
const ACCOUNT_VARIABLE = /\$\{[\w:]*Account[^}]*\}/i;

/** What a text names. */
interface Naming {
  readonly accounts: readonly string[];
  readonly organizations: readonly string[];
  readonly session: string | undefined;
  readonly partition: string | undefined;
  readonly asksOrganizations: boolean;
  readonly asksSources: boolean;
  /** The text, where a policy variable in it stands for an account's id. */
  readonly variable: string | undefined;
  /** The text, where a part of an id stands in it beside a wildcard. */
  readonly part: string | undefined;
}

/** @param texts further texts, e.g. those of a question */
export function namedIn(documents: readonly PolicyDocument[], texts: readonly string[]): Named {
  const all = [...documents.flatMap(inDocument), ...texts.flatMap(inText)];
  const first = (of: (each: Naming) => string | undefined) => all.map(of).find((each) => each !== undefined);
  const every = (of: (each: Naming) => readonly string[]) => [...new Set(all.flatMap(of))].sort();
  const [variable, part] = [first((each) => each.variable), first((each) => each.part)];
  return {
    accounts: every(({ accounts }) => accounts),
    organizations: every(({ organizations }) => organizations),
    sessions: every(({ session }) => (session === undefined ? [] : [session])),
    partition: first(({ partition }) => partition) ?? "aws",
    askOrganizations: all.some(({ asksOrganizations }) => asksOrganizations),
    askSources: all.some(({ asksSources }) => asksSources),
    fresh: () => freshCharacters([...documents.flatMap(textsOf), ...texts]),
    partial: documents.flatMap(partialAccounts),
    tellsUnnamed: [
      ...documents.flatMap(amountsOfAccounts),
      // A pattern may match a part of the id that a variable puts into another text.
      ...(variable === undefined || part === undefined ? [] : [`'${part}' beside '${variable}'`]),
    ],
  };
}

const inDocument = once((document: PolicyDocument): readonly Naming[] => textsOf(document).flatMap(inText));

const namings = new Kept<readonly [] | readonly [Naming]>();

/** Most texts, such as an action, name nothing. */
function inText(text: string): readonly [] | readonly [Naming] {
  return namings.of(text, () => {
    const all = (pattern: RegExp) => text.match(pattern) ?? [];
    const naming: Naming = {
      accounts: all(/(?<!\d)\d{12}(?!\d)/g),
      organizations: all(/\bo-[a-z0-9]{10,32}\b/g),
      session: /^arn:[\w-]+:sts::\d{12}:assumed-role\/[^/*?]+\/[^/*?]+$/.test(text) ? text : undefined,
      partition: /^arn:([\w-]+):/.exec(text)?.[1],
      asksOrganizations: /^(aws:PrincipalOrg|aws:SourceOrg)/i.test(text),
      asksSources: /^aws:Source(Account|Arn|Org)/i.test(text),
      variable: ACCOUNT_VARIABLE.test(text) ? text : undefined,
      part: /\d[*?]|[*?]\d/.test(text) ? text : undefined,
    };
    return Object.values(naming).some((found) => (Array.isArray(found) ? found.length > 0 : found)) ? [naming] : [];
  });
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
