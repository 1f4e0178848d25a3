import type { PolicyDocument } from "../../policies/access/document";
import { resourceType, type PolicyKind } from "../../policies/catalogue/resource-type";
import type { Context } from "../../policies/context";
import type { Resource } from "../../policies/model/resource";
import type { Value } from "../../policies/model/value";
import { valuesAt } from "../../policies/model/values-at";
import { heldPolicies } from "../../policies/rules/identity/held-policies";
import type { Change } from "../entry";
import { isOf, partsOf, touchedOwners, type Owner, type Touched } from "../resources/owners";
import type { Pair, Pairing } from "../resources/pairing";
import { whereIs } from "../where";
import { documentChange, documentsAt } from "./document-changes";
import { reachOf, toldUnread } from "./new-roles";
import { ATTACHING, OWNED, PARTS } from "./owned";

const ROLE = "aws_iam_role";

/** Where a thing of a type has policies in itself. */
export function inlinePoliciesOf(type: string): readonly string[] {
  const { inline } = OWNED[type] ?? {};
  return [...(inline ? [inline] : []), ...(type === ROLE ? ["managed_policy_arns"] : [])];
}

/** What gives a role a policy that is written elsewhere. */
const isAttaching = ({ type }: Resource): boolean => Object.hasOwn(ATTACHING, type);

export interface HeldChanges {
  readonly changes: readonly Change[];
  /** Of these, the policies are told together with all others of the same thing. */
  readonly told: ReadonlySet<Resource>;
  readonly together: readonly Touched[];
}

/**
 * What the policies of one thing let through together that they did not, where parts of them came, went or moved: in
 * which resource a statement stands says nothing. Of what is new or gone itself, nothing is compared.
 *
 * @param differing what is there before and after and says something else
 */
export function heldChanges(found: Pairing, differing: readonly Pair[], base: Context, head: Context): HeldChanges {
  const touched = touchedOwners(found, differing, { parts: PARTS, inline: inlinePoliciesOf });
  const together = touched.filter(({ isOther, parts }) => isOther || parts.some(isAttaching));
  return {
    changes: together.flatMap((each) => changesOf(each, found, base, head)),
    told: new Set(together.flatMap(({ parts }) => parts)),
    together,
  };
}

function changesOf({ owner, parts }: Touched, { renames }: Pairing, base: Context, head: Context): readonly Change[] {
  const renamed = renames.of(owner.stack);
  const [before, after] = [policiesHeld(owner, "was", base), policiesHeld(owner, "is", head)];
  const here = parts.find((part) => isOf(head, part)) ?? parts.at(-1)!;
  const [kind, path] = kindOf(owner.type);
  const documents = [
    orDefault(
      before.written.flatMap((value) => documentsAt(value, renamed)),
      owner,
    ),
    orDefault(
      after.written.flatMap((value) => documentsAt(value, undefined)),
      owner,
    ),
  ] as const;
  const change = documentChange(here, pathIn(here, path), kind, documents, head.estate);
  const were = new Set(before.named.map(({ legible }) => renamed.text(legible)));
  const attached = new Map(after.named.map((name) => [name.legible, name]));
  const come = [...attached.values()].filter(({ legible }) => !were.has(legible));
  return [...(change ? [change] : []), ...come.map((name) => attachment(here, name, owner.is, head))];
}

/** The attribute of the part that is told. */
function pathIn({ type }: Resource, inline: string): string {
  return Object.keys(resourceType(type)?.policies ?? {}).find((path) => path !== "assume_role_policy") ?? inline;
}

function kindOf(type: string): readonly [PolicyKind, string] {
  const { inline, apart } = OWNED[type]!;
  const [[carrier, [, path]]] = Object.entries(apart) as [[string, readonly [string, string]]];
  return [resourceType(carrier)!.policies[path]!, inline ?? path];
}

/** What AWS takes for the policy of what has none. */
function orDefault(documents: readonly PolicyDocument[], { type, was, is }: Owner): readonly PolicyDocument[] {
  const { without } = OWNED[type]!;
  const owner = is ?? was;
  return documents.length === 0 && without && owner ? [without(owner)] : documents;
}

interface Held {
  readonly written: readonly Value[];
  /** Names of policies whose documents are not in the output. */
  readonly named: readonly Value[];
}

function policiesHeld(owner: Owner, side: "was" | "is", context: Context): Held {
  const { type } = owner;
  const { inline, apart } = OWNED[type]!;
  const resource = owner[side];
  if (resource && type === ROLE) {
    const { written, unread } = heldPolicies(resource, context);
    return { written: written.map(({ value }) => value), named: unread };
  }
  const separate = Object.entries(apart).flatMap(([carrier, [names, path]]) =>
    partsOf(owner, side, [carrier, names], context).flatMap((each) => valuesAt(each, path)),
  );
  const attached = resource || type !== ROLE ? [] : attachedTo(owner, side, context);
  return { written: [...(resource && inline ? valuesAt(resource, inline) : []), ...separate], named: attached };
}

function attachedTo(owner: Owner, side: "was" | "is", context: Context): readonly Value[] {
  const attachments = partsOf(owner, side, ["aws_iam_role_policy_attachment", "role"], context);
  return attachments.map((each) => each.value("policy_arn"));
}

/** @param role that is given it, where the output has it: of another one, no boundary is known */
function attachment(resource: Resource, name: Value, role: Resource | undefined, context: Context): Change {
  const reach = role ? reachOf(role, [], [name], context) : [];
  const details = reach.map(({ matter: { what }, grant }) =>
    grant.answer === "yes" ? `with it, the role may ${what}` : `with it, the role can perhaps ${what}`,
  );
  return {
    verdict: "opens",
    about: "access",
    where: whereIs(resource),
    what: `a role is given a policy that is not in the output: ${toldUnread(name)}`,
    path: "policy_arn",
    after: name.legible,
    details: role ? details : ["what the role may do with it is not known"],
    policies: [],
    controls: [...new Set(["E40", ...reach.flatMap(({ matter }) => matter.controls)])],
  };
}
