import type { Answer } from "../answer";
import type { PolicyDocument, Statement } from "../access/document";
import type { PrincipalSet } from "../access/principal";
import type { Grant, Question } from "../access/question";
import type { Request } from "../access/request";
import { isStandIn } from "../access/unnamed-accounts";
import { beyond, type Permitted } from "../rules/beyond";
import { worldOf } from "../rules/estate-world";
import { ask } from "./ask";
import type { Atlas } from "./atlas";
import type { Node } from "./node";

/** Somebody of another account whom a document lets in. */
export interface Stranger {
  readonly node: Node;
  /** The Allow statement's position; undefined where the document as a whole is not understood. */
  readonly statement: number | undefined;
  /** Whether content can be read, and not only put in or listed. */
  readonly reads: boolean;
}

export interface Asked {
  readonly document: PolicyDocument;
  /** Whose resource it is. */
  readonly account: string;
  /** Everything that the service lets others do with it. */
  readonly actions: readonly string[];
  /** Of them, those that show content, or that let somebody grant themselves that. */
  readonly reading: readonly string[];
  readonly context?: Question["context"];
}

/** An account that nobody has: services are asked about on its behalf. */
const NOBODY = "000000000000";
/** What identifies on whose behalf a service uses a key, where it sends no source. */
export const ON_BEHALF_OF_NOBODY: Question["context"] = {
  "kms:EncryptionContext:aws:logs:arn": [`arn:*:logs:*:${NOBODY}:*`],
};

/** Everybody of another account whom a resource's policy lets in, as far as the estate can tell them apart. */
export function strangersIn(asked: Asked, atlas: Atlas): readonly Stranger[] {
  const { document, account } = asked;
  const found = grantsTo(asked, asked.actions, others(account), atlas);
  const strangers = new Map<string, Stranger>();
  for (const { statement, answer: known, why } of found) {
    if (known === "unknown" || statement === undefined) {
      add({ node: atlas.unknown(why ?? "a policy"), statement: statement?.index, reads: true });
      continue;
    }
    const alone = { ...document, statements: document.statements.filter(onlyWith(statement)) };
    let within: Candidate["within"] = undefined;
    for (const { node, set, but = [], within: ofWhom } of candidates(statement, found, asked, atlas)) {
      // Whoever lets everyone read lets each account read.
      if (within === "all" || (within === "organization" && ofWhom === "organization")) continue;
      const asks = { ...asked, document: beyond(alone, but) };
      const answer = granted(asks, asked.actions, set);
      if (answer === "no") continue;
      const reads = granted(asks, asked.reading, set) !== "no";
      const who = answer === "yes" ? node : atlas.unknown(`whether the policy lets in ${node.label}`);
      add({ node: who, statement: statement.index, reads });
      if (reads && node.kind === "everyone") within = ofWhom;
    }
  }
  return [...strangers.values()];

  function add(stranger: Stranger): void {
    const id = idOf(stranger);
    if (!strangers.has(id)) strangers.set(id, stranger);
  }

  function granted(asks: Asked, actions: readonly string[], set: Sets): Answer {
    return answerOf(grantsTo(asks, actions, set, atlas));
  }
}

/** The same for the same stranger, whichever statement lets it in. */
export const idOf = ({ node, reads }: Stranger): string => `${node.id} ${reads}`;

/** Whether a document lets in principals of an account, or services that act for it. */
export function letsIn(asked: Asked, guest: string, atlas: Atlas): Answer {
  return answerOf(grantsTo(asked, asked.actions, accountAndServices(guest), atlas));
}

function grantsTo({ document, account, context }: Asked, actions: readonly string[], set: Sets, atlas: Atlas) {
  const question = { ...set, actions, resources: ["*"], ...(context ? { context } : {}) };
  return ask(document, question, account, atlas.context.estate);
}

function answerOf(found: readonly Grant[]): Answer {
  if (found.some(({ answer }) => answer === "yes")) return "yes";
  return found.length > 0 ? "unknown" : "no";
}

type Sets = Pick<Question, "principals" | "sources">;

function others(...accounts: readonly string[]): Sets {
  const principals: PrincipalSet[] = [
    { kind: "outside", accounts },
    { kind: "anonymous" },
    { kind: "federated" },
    { kind: "service" },
  ];
  return { principals, sources: [{ kind: "none" }, { kind: "outside", accounts }] };
}

const accountAndServices = (account: string): Sets => ({
  principals: [{ kind: "account", account }, { kind: "service" }],
  sources: [{ kind: "account", account }],
});

const onlyWith = (statement: Statement) => (each: Statement) =>
  each.effect === "Deny" || each.index === statement.index;

interface Candidate {
  readonly node: Node;
  readonly set: Sets;
  /** What of the set is another candidate's. */
  readonly but?: readonly Permitted[];
  readonly within?: "all" | "organization" | undefined;
}

/** Whom a statement could let in: all the rest, the rest of the organization, and each account that is told apart. */
function candidates(
  statement: Statement,
  found: readonly Grant[],
  { account }: Asked,
  atlas: Atlas,
): readonly Candidate[] {
  const named = found.filter((grant) => grant.statement === statement).flatMap(({ request }) => accountOf(request));
  const { principals } = statement;
  const isClosed = principals && !principals.everyone && principals.services.length + principals.federated.length === 0;
  if (isClosed)
    return [...new Set(named)].map((each) => ({ node: atlas.account(each), set: accountAndServices(each) }));
  const known = [...new Set([...atlas.accounts, ...named.filter((each) => !isStandIn(each))])].filter(
    (each) => each !== account,
  );
  const { id } = atlas.context.estate.organization;
  const rest = others(account, ...known);
  const ofOrganization: Permitted = { Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": id } } };
  return [
    { node: atlas.everyone(), set: rest, but: [ofOrganization], within: "all" },
    { node: atlas.everyone("every account of the organization"), set: rest, within: "organization" },
    ...known.map((each): Candidate => {
      const isOperated = worldOf(atlas.context.estate).organizationOf(each) === id;
      const more = isOperated ? ({ within: "organization" } as const) : { but: [ofOrganization] };
      return { node: atlas.account(each), set: accountAndServices(each), ...more };
    }),
  ];
}

function accountOf(request: Request | undefined): readonly string[] {
  const arn = request && "arn" in request.principal ? request.principal.arn : undefined;
  const account = arn?.split(":")[4];
  return account ? [account] : [];
}
