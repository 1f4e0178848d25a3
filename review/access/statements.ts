import type { PolicyDocument, Statement } from "../../policies/access/document";
import { legible } from "../../policies/model/symbolic";
import { canonical } from "../canonical";

/** What a document says, whatever its statements are called and however they are ordered. */
export interface StatementChanges {
  readonly gone: readonly Statement[];
  readonly come: readonly Statement[];
}

export function statementChanges(base: PolicyDocument, head: PolicyDocument): StatementChanges {
  return { gone: without(base.statements, head.statements), come: without(head.statements, base.statements) };
}

function without(list: readonly Statement[], others: readonly Statement[]): readonly Statement[] {
  const said = new Set(others.map(saying));
  return list.filter((statement) => !said.has(saying(statement)));
}

/** Everything but its name and its position, with each set of alternatives in order. */
function saying({ sid: _sid, index: _index, ...statement }: Statement): string {
  return canonical(ordered(statement));
}

function ordered(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(ordered).sort((one, other) => (canonical(one) < canonical(other) ? -1 : 1));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, ordered(value)]));
}

/** `Allow Partner: s3:GetObject to arn:aws:iam::600000000006:root` */
export function toldStatement({
  sid,
  effect,
  actions,
  notActions,
  principals,
  notPrincipals,
  conditions,
}: Statement): string {
  const what = actions ? told(actions) : `everything but ${told(notActions ?? [])}`;
  const [who, others] = [principals, notPrincipals].map(
    (element) =>
      element && [...(element.everyone ? ["everyone"] : []), ...element.aws, ...element.services, ...element.federated],
  );
  const whom = who ? ` to ${told(who)}` : others ? ` to all but ${told(others)}` : "";
  const under = conditions.map(({ operator, key, values }) => `${operator} ${key} ${told(values)}`);
  return legible(
    `${effect}${sid ? ` ${sid}` : ""}: ${what}${whom}${under.length > 0 ? `, if ${under.join(" and ")}` : ""}`,
  );
}

/** More than a line holds is counted. */
const MOST = 4;

function told(words: readonly string[]): string {
  const more = words.length - MOST;
  return more > 1 ? `${words.slice(0, MOST).join(", ")} and ${more} more` : words.join(", ");
}
