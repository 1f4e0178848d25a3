import type { Context } from "../../policies/context";
import type { Resource } from "../../policies/model/resource";
import { documentChanges, lostDenials } from "../access/document-changes";
import { newRoleChanges } from "../access/new-roles";
import { heldChanges, inlinePoliciesOf } from "../access/held-changes";
import type { Change } from "../entry";
import { whereIs } from "../where";
import { aclChanges, inlineAclRulesOf } from "./acl-changes";
import { unguarded } from "./unguarded";
import { bucketSettings, inlineSettingsOf } from "./bucket-settings";
import { codeChange } from "./code-changes";
import { comparable } from "./comparable";
import { differences } from "./differences";
import { Homes } from "./homes";
import { relocations, removals, replacement } from "./fate";
import { moveChanges } from "./moves";
import type { Pair, Pairing } from "./pairing";
import { Renamed } from "./renamed";
import { inlineRulesOf, ruleChanges } from "./rule-changes";
import { directedChanges, plainChange } from "./setting-changes";
import { subnetChanges } from "./subnet-changes";
import { silencing } from "./silencing";
import { Written } from "./written";

export interface ResourceChanges {
  readonly changes: readonly Change[];
  /** Of what the parts are that came, went or moved. */
  readonly homes: Homes;
}

/** What came, what went, what moved, and what says something else, in every stack. */
export function resourceChanges(found: Pairing, base: Context, head: Context): ResourceChanges {
  const { pairs, removed, added } = found;
  const written = new Written(base.model, head.model);
  const differing = pairs.filter((pair) => !written.isAlike(pair) || written.destructionOf(pair));
  const held = heldChanges(found, differing, base, head);
  const rules = ruleChanges(found, differing, base, head);
  const acls = aclChanges(found, differing, base, head);
  const buckets = bucketSettings(found, differing, base, head);
  const changes = [
    ...held.changes,
    ...rules.changes,
    ...acls.changes,
    ...subnetChanges(found, base, head),
    ...buckets.changes,
    ...removals(removed, head.model.stacks),
    ...unguarded(removed, base, head).flatMap((resource) => lostDenials(resource, head.estate)),
    ...added.flatMap((resource) => additions(resource, head)),
    ...moveChanges(pairs.filter(({ moved }) => moved !== "no")),
    ...relocations(pairs),
    ...differing.flatMap((pair) => pairChanges(pair, found, written, head, held.told.has(pair.head))),
  ];
  const touched = [...held.together, ...rules.touched, ...acls.touched, ...buckets.touched];
  return { changes, homes: new Homes(touched, inlinePartsOf) };
}

const inlinePartsOf = (type: string) =>
  [inlinePoliciesOf, inlineRulesOf, inlineAclRulesOf, inlineSettingsOf].flatMap((inlineOf) => inlineOf(type));

/** Of a role, what it may do says more than that it is new. */
function additions(resource: Resource, head: Context): readonly Change[] {
  const opened = resource.type === "aws_iam_role" ? newRoleChanges(resource, head) : [];
  return opened.length > 0 ? opened : [silencing(resource) ?? addition(resource)];
}

function addition(resource: Resource): Change {
  const where = whereIs(resource);
  const nothing = { details: [], policies: [], controls: [] };
  return { verdict: "other", about: "resource", where, what: "it is new", path: "", after: resource.type, ...nothing };
}

/** Each part of it by whoever tells most of it: a document by its meaning, a setting by its direction. */
function pairChanges(
  pair: Pair,
  { renames }: Pairing,
  written: Written,
  { estate }: Context,
  isHeld: boolean,
): readonly Change[] {
  const renamed = renames.of(pair.head.stack);
  const replaced = replacement(pair, written.destructionOf(pair), renamed);
  const documents = documentChanges(pair, renamed, estate, isHeld);
  const directed = directedChanges(pair, renamed);
  const others = differences(comparable(pair.base, renamed), comparable(pair.head, Renamed.nothing));
  const code = codeChange(pair, others);
  const settings = [...directed.changes, ...(replaced ? [replaced] : [])].map(({ path }) => path);
  const told = [...documents.keys(), ...settings, ...directed.same, ...(code?.paths ?? [])];
  const isTold = (path: string) => [...told, ...written.unsaidOf(pair)].some((each) => each && isWithin(path, each));
  return [
    ...(replaced ? [replaced] : []),
    ...[...documents.values()].filter((change) => change !== undefined),
    ...directed.changes,
    ...(code ? [code.change] : []),
    ...others.filter(({ path }) => !isTold(path)).map((difference) => plainChange(pair, difference)),
  ];
}

function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}
