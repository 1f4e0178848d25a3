import type { Estate } from "../../config/estate";
import type { PolicyDocument } from "../../policies/access/document";
import type { Question } from "../../policies/access/grant";
import { resourceType, type PolicyKind } from "../../policies/catalogue/resource-type";
import type { Resource } from "../../policies/model/resource";
import { Value } from "../../policies/model/value";
import { valuesAt } from "../../policies/model/values-at";
import { worldOf } from "../../policies/rules/estate-world";
import { documentIn } from "../../policies/rules/policy-values";
import type { Change } from "../entry";
import { SAME_MEANING } from "../joined";
import type { Pair } from "../resources/pairing";
import type { Renamed } from "../resources/renamed";
import { whereIs } from "../where";
import { became, type Became } from "./became";
import { statementChanges, toldChanges, type StatementChanges } from "./statements";
import { toldAccess } from "./told-access";

/** What a document of each kind guards. */
export const CONTROLS_OF_DOCUMENTS: Readonly<Record<PolicyKind, readonly string[]>> = {
  resource: ["E37"],
  trust: ["E40"],
  identity: ["E40"],
  boundary: ["E40"],
  endpoint: ["C22"],
  organization: ["A2", "D33", "E37"],
};
/** Those whose statements name no principal: it is whoever has them. */
const UNNAMED: readonly PolicyKind[] = ["identity", "boundary"];
const EMPTY: PolicyDocument = { version: "2012-10-17", statements: [], problems: [] };

/**
 * What each policy document of a resource lets through, or keeps out, that it did not: nothing where it only says the
 * same in other words. An attribute whose content is no such document, before and after, is not among the answers.
 *
 * @param isToldElsewhere whether what it holds is compared together with all that the same thing holds
 */
export function documentChanges(
  { base, head }: Pair,
  renamed: Renamed,
  estate: Estate,
  isToldElsewhere: boolean,
): ReadonlyMap<string, Change | undefined> {
  const changes = new Map<string, Change | undefined>();
  for (const [path, kind] of Object.entries(resourceType(head.type)?.policies ?? {})) {
    const documents = [
      valuesAt(base, path).flatMap((value) => documentsAt(value, renamed)),
      valuesAt(head, path).flatMap((value) => documentsAt(value, undefined)),
    ] as const;
    if (documents.flat().length === 0 || documents.flat().every(({ problems }) => problems.length > 0)) continue;
    const isTold = isToldElsewhere && kind !== "trust";
    changes.set(path, isTold ? undefined : documentChange(head, path, kind, documents, estate));
  }
  return changes;
}

/** The document that stands there, as things are called now; none where nothing stands. */
export function documentsAt(value: Value, renamed: Renamed | undefined): readonly PolicyDocument[] {
  if (value.isAbsent || value.data === "") return [];
  return [documentIn(renamed ? asNow(value, renamed) : value)];
}

/** What nothing denies any more, since the document went with the resource that was nothing else. */
export function lostDenials(resource: Resource, estate: Estate): readonly Change[] {
  return Object.entries(resourceType(resource.type)?.policies ?? {}).flatMap(([path, kind]) => {
    const before = valuesAt(resource, path).flatMap((value) => documentsAt(value, undefined));
    const change = before.length > 0 ? documentChange(resource, path, kind, [before, []], estate) : undefined;
    return change?.verdict === "weaker" ? [change] : [];
  });
}

/** Of several that are of one thing: together they are one document. */
export function documentChange(
  resource: Resource,
  path: string,
  kind: PolicyKind,
  [before, after]: readonly [readonly PolicyDocument[], readonly PolicyDocument[]],
  estate: Estate,
): Change | undefined {
  const [base, head] = [merged(before, after), merged(after, before)];
  const changes = asRead(base, head);
  const { gone, come } = changes;
  const isRead = base.problems.length + head.problems.length === 0;
  if (isRead && gone.length === 0 && come.length === 0) return undefined;
  return {
    about: "access",
    where: whereIs(resource),
    path,
    details: [...toldVersion(base, head), ...toldChanges(statementChanges(base, head))],
    policies: [],
    controls: CONTROLS_OF_DOCUMENTS[kind],
    ...(isRead
      ? meaningOf(became(base, head, changes, questionOf(resource, kind, estate)), changes)
      : {
          verdict: "weaker",
          what: `what it allows cannot be told: ${[...base.problems, ...head.problems].join("; ")}`,
        }),
  };
}

/** What reads a variable as one, and literally in another version, is another statement though it is written alike. */
function asRead(base: PolicyDocument, head: PolicyDocument): StatementChanges {
  const changes = statementChanges(base, head);
  if (base.version === head.version) return changes;
  const vary = ({ statements }: PolicyDocument) => statements.filter((each) => JSON.stringify(each).includes("${"));
  return {
    gone: [...new Set([...changes.gone, ...vary(base)])],
    come: [...new Set([...changes.come, ...vary(head)])],
  };
}

function toldVersion(base: PolicyDocument, head: PolicyDocument): readonly string[] {
  return base.version === head.version ? [] : [`Version: no more ${base.version}, now ${head.version}`];
}

function meaningOf(became: Became, { gone, come }: StatementChanges): Pick<Change, "verdict" | "what"> {
  const { allowed, undenied, disallowed, denied } = became;
  if (allowed.answer !== "no") {
    return { verdict: "opens", what: toldAccess(allowed, come, "may now", "may be allowed what was not") };
  }
  // Of a denial, the statement tells more than any one request.
  if (undenied.answer === "yes") return { verdict: "weaker", what: "it denies less than before" };
  if (undenied.answer === "unknown") {
    return { verdict: "weaker", what: `what it denied it may deny no longer: ${undenied.why}` };
  }
  if (denied.answer === "yes") return { verdict: "stronger", what: "it denies what it did not" };
  if (disallowed.answer === "yes")
    return { verdict: "stronger", what: toldAccess(disallowed, gone, "may no longer", "") };
  return { verdict: "other", what: SAME_MEANING };
}

/** What only the holder's own account has: others speak of resources of any account. */
const OF_HOLDER: readonly PolicyKind[] = ["resource", "trust"];

function questionOf({ account }: Resource, kind: PolicyKind, estate: Estate): Question {
  const isKnown = /^\d{12}$/.test(account);
  const whose = UNNAMED.includes(kind) && isKnown;
  return {
    principals: [whose ? { kind: "account", account } : { kind: "anyone" }],
    actions: ["*"],
    resources: ["*"],
    world: worldOf(estate, OF_HOLDER.includes(kind) && isKnown ? account : undefined),
  };
}

function merged(documents: readonly PolicyDocument[], others: readonly PolicyDocument[]): PolicyDocument {
  if (documents.length <= 1) return documents[0] ?? { ...EMPTY, version: others[0]?.version ?? EMPTY.version };
  const statements = documents.flatMap((document) => document.statements).map((each, index) => ({ ...each, index }));
  return { ...documents[0]!, statements, problems: documents.flatMap(({ problems }) => problems) };
}

/** What was written, as things are called now. */
function asNow(value: Value, renamed: Renamed): Value {
  if (renamed.isNothing || typeof value.data !== "string") return value;
  return new Value(value.resource, value.jsonPath, renamed.text(value.data));
}
