import type { Condition, Statement } from "../policies/access/document";
import { resourceType } from "../policies/catalogue/resource-type";
import type { Context } from "../policies/context";
import type { Resource } from "../policies/model/resource";
import { legible } from "../policies/model/symbolic";
import { policiesOf } from "../policies/rules/policy-values";
import { attachmentsIn, typeOf, type Attachment } from "../policies/rules/organization/guardrails";
import { memberPlaces, memberResource } from "../policies/rules/organization/members";
import { QUOTAS, usable } from "../policies/rules/organization/quotas";
import { table } from "./table";

/** Characters in a cell of many words. */
const WIDE = 76;

/** The guardrails as a person reads them: what each takes of its quota, what meets where, and what each statement denies. */
export function describeGuardrails(context: Context): string {
  const policies = context.model.resources("aws_organizations_policy");
  const attachments = attachmentsIn(context);
  return [
    table(
      ["Policy", "Type", "On", "Characters", "Of the quota", "Budget"],
      policies.map((policy) => sizeRow(policy, attachments, context)),
    ),
    table(["On", "Type", "Policies", "Of the quota", "Budget"], countRows(attachments, context)),
    table(["Holds data", "Resources", "Reached by a resource control policy"], reachRows(policies, context)),
    table(
      ["Statement", "In", "Denies", "When"],
      policies.flatMap((policy) => statementsOf(policy).map((statement) => statementRow(statement, policy))),
    ),
  ].join("\n");
}

function sizeRow(policy: Resource, attachments: readonly Attachment[], context: Context): readonly string[] {
  const type = typeOf(policy);
  const quota = QUOTAS[type]?.characters ?? 0;
  const length = policy.value("content").text?.length;
  const on = attachments.filter((attachment) => attachment.policy === policy);
  return [
    nameOf(policy),
    type,
    on.map((attachment) => targetOf(attachment, context)).join("\n") || "nothing",
    length === undefined ? "not known" : String(length),
    length === undefined ? "" : `${Math.round((100 * length) / quota)} % of ${quota}`,
    String(usable(quota)),
  ];
}

/** AWS's own policy is attached everywhere, and counts. */
function countRows(attachments: readonly Attachment[], context: Context): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const attachment of attachments) {
    const type = attachment.policy ? typeOf(attachment.policy) : "not known";
    const key = JSON.stringify([targetOf(attachment, context), type]);
    counts.set(key, (counts.get(key) ?? QUOTAS[type]?.ofAws ?? 0) + 1);
  }
  return [...counts].sort().map(([key, count]) => {
    const [on, type] = JSON.parse(key) as [string, string];
    const most = QUOTAS[type]?.policies ?? 0;
    return [on, type, String(count), `${count} of ${most}`, String(usable(most))];
  });
}

/** Of what holds data in the members' accounts, what the organization's word on resources reaches, and what it does not. */
function reachRows(policies: readonly Resource[], context: Context): readonly (readonly string[])[] {
  const ofResources = policies.filter((policy) => typeOf(policy) === "RESOURCE_CONTROL_POLICY");
  const actions = ofResources.flatMap(statementsOf).flatMap((statement) => statement.actions ?? []);
  const reached = new Set(actions.map((action) => action.split(":")[0]));
  const members = memberPlaces(context).map(({ stack }) => stack);
  const held = context.model
    .resources()
    .filter(({ stack, type }) => members.includes(stack) && resourceType(type)?.holds === "data")
    .map(serviceOf);
  return [...new Set(held)]
    .sort()
    .map((service) => [
      service,
      String(held.filter((each) => each === service).length),
      reached.has(service) ? "yes" : "no: its own policies and the denials to principals hold it",
    ]);
}

/** As in the names of its actions. */
function serviceOf(resource: Resource): string {
  return /^arn:[^:]*:([a-z0-9-]+):/.exec(String(resource.attribute("arn")))?.[1] ?? resource.type.split("_")[1]!;
}

function targetOf({ target, resource }: Attachment, context: Context): string {
  if (target === undefined) return resource.value("target_id").legible;
  if (target === "root") return "root";
  if (target.type !== "aws_organizations_account") return `unit ${target.value("name").legible}`;
  const place = memberPlaces(context).find((member) => memberResource(member, context) === target);
  return `account ${place?.stack ?? target.address}`;
}

function nameOf(policy: Resource): string {
  return policy.value("name").legible;
}

function statementsOf(policy: Resource): readonly Statement[] {
  if (typeOf(policy) === "DECLARATIVE_POLICY_EC2") return [];
  return policiesOf(policy, "organization").flatMap(({ document }) => document.statements);
}

function statementRow(statement: Statement, policy: Resource): readonly string[] {
  const { sid, index, actions, notActions, resources = [], notResources, conditions } = statement;
  const what = actions ? wrapped(actions) : `everything but\n${wrapped(notActions ?? [])}`;
  const on = notResources ? `on all but\n${wrapped(notResources)}` : `on\n${wrapped(resources)}`;
  const isEverywhere = !notResources && resources.length === 1 && resources[0] === "*";
  return [
    sid ?? `Statement[${index}]`,
    nameOf(policy),
    isEverywhere ? what : `${what}\n${on}`,
    conditions.length === 0 ? "always" : conditions.map(told).join("\nand "),
  ];
}

function told({ operator, key, values }: Condition): string {
  return `${key} ${operator}\n${values.map((value) => `  ${legible(value)}`).join("\n")}`;
}

function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words.map(legible)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 2 <= WIDE) lines[lines.length - 1] = `${last}, ${word}`;
    else lines.push(word);
  }
  return lines.join(",\n");
}
