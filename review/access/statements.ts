import type { PolicyDocument, PrincipalElement, Statement } from "../../policies/access/document";
import { hasMark, legible } from "../../policies/model/symbolic";
import { canonicalSet } from "../canonical";
import { spelled } from "../spelling";

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

/** Everything but its name and its position, with each set of alternatives in order, in the one spelling that it has. */
function saying({ sid: _sid, index: _index, ...statement }: Statement): string {
  const { actions, notActions, principals, notPrincipals, conditions } = statement;
  return canonicalSet({
    ...statement,
    // AWS reads actions and condition keys in any case.
    ...(actions && { actions: distinct(actions.map(lower)) }),
    ...(notActions && { notActions: distinct(notActions.map(lower)) }),
    ...(principals && { principals: spelledPrincipals(principals) }),
    ...(notPrincipals && { notPrincipals: spelledPrincipals(notPrincipals) }),
    conditions: conditions.map(({ operator, key, values }) => ({
      operator,
      key: lower(key),
      values: distinct(/IpAddress|^Numeric|:Numeric/.test(operator) ? values.map(spelled) : values),
    })),
  });
}

const lower = (text: string): string => (hasMark(text) ? text : text.toLowerCase());
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** An account's id and the ARN of its root name the same: whomever the account lets. */
function spelledPrincipals({ aws, ...others }: PrincipalElement): PrincipalElement {
  return { ...others, aws: distinct(aws.map((name) => /^arn:[\w-]+:iam::(\d{12}):root$/.exec(name)?.[1] ?? name)) };
}

/** One part of a statement, e.g. its actions, or the values of one condition. */
interface Part {
  /** As it is told, e.g. `aws:PrincipalOrgID`, or nothing for what needs no name. */
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * What the documents say otherwise, a line each. Of a statement that is still there, under its name, only what it gained
 * and lost: `Deny AuditNeverStops: no more cloudtrail:StopLogging`.
 */
export function toldChanges({ gone, come }: StatementChanges): readonly string[] {
  const rest = [...come];
  const lines = gone.map((before) => {
    const index = rest.findIndex((after) => isSame(before, after));
    if (index === -1) return `no more: ${toldStatement(before)}`;
    const [after] = rest.splice(index, 1) as [Statement];
    return legible(`${nameOf(before)}: ${toldParts(before, after).join("; ")}`);
  });
  return [...lines, ...rest.map((statement) => `new: ${toldStatement(statement)}`)];
}

/** One statement, before and after: of the same name and effect, and with the same elements. */
function isSame(before: Statement, after: Statement): boolean {
  const shape = ({ sid, effect, actions, resources, notResources, principals }: Statement) =>
    [sid, effect, Boolean(actions), Boolean(resources), Boolean(notResources), Boolean(principals)].join();
  return before.sid !== undefined && shape(before) === shape(after);
}

function toldParts(before: Statement, after: Statement): readonly string[] {
  const [was, is] = [before, after].map((statement) => byName([...elementsOf(statement), ...conditionsOf(statement)]));
  return [...new Set([...was!.keys(), ...is!.keys()])].flatMap((name) => {
    const [one, other] = [was!.get(name), is!.get(name)];
    if (!one) return [`now only if ${toldPart(other!)}`];
    if (!other) return [`no longer only if ${toldPart(one)}`];
    const [lost, gained] = [beside(one.values, other.values), beside(other.values, one.values)];
    const changed = [
      ...(lost.length > 0 ? [`no more ${shortList(lost)}`] : []),
      ...(gained.length > 0 ? [`now ${shortList(gained)}`] : []),
    ];
    return changed.length > 0 ? [`${name && `${name}: `}${changed.join(", ")}`] : [];
  });
}

const byName = (parts: readonly Part[]) => new Map(parts.map((part) => [part.name, part]));

const beside = (values: readonly string[], others: readonly string[]) =>
  values.filter((value) => !others.includes(value));

function elementsOf(statement: Statement): readonly Part[] {
  const { actions, notActions, principals, notPrincipals, resources, notResources } = statement;
  const whom = principals ?? notPrincipals;
  const what = resources ?? notResources;
  return [
    { name: actions ? "" : "everything but", values: actions ?? notActions ?? [] },
    ...(whom ? [{ name: principals ? "to" : "to all but", values: principalsOf(whom) }] : []),
    ...(what ? [{ name: resources ? "on" : "on all but", values: what }] : []),
  ];
}

function conditionsOf({ conditions }: Statement): readonly Part[] {
  return conditions.map(({ operator, key, values }) => ({ name: `${operator} ${key}`, values }));
}

const nameOf = ({ sid, effect }: Statement) => (sid ? `${effect} ${sid}` : effect);

/** `Allow Partner: s3:GetObject to arn:aws:iam::600000000006:root` */
function toldStatement(statement: Statement): string {
  const isAnything = ({ name, values }: Part) => name === "on" && values.includes("*");
  const elements = elementsOf(statement).filter((part) => !isAnything(part));
  const under = conditionsOf(statement).map(toldPart).join(" and ");
  return legible(`${nameOf(statement)}: ${elements.map(toldPart).join(" ")}${under && `, if ${under}`}`);
}

const toldPart = ({ name, values }: Part): string => [name, shortList(values)].filter(Boolean).join(" ");

function principalsOf({ everyone, aws, services, federated, canonicalUsers }: PrincipalElement): readonly string[] {
  return [...(everyone ? ["everyone"] : []), ...aws, ...services, ...federated, ...canonicalUsers];
}

/** More than a line holds is counted. */
const MOST = 4;

function shortList(words: readonly string[]): string {
  const more = words.length - MOST;
  return more > 1 ? `${words.slice(0, MOST).join(", ")} and ${more} more` : words.join(", ");
}
