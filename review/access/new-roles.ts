import { MONITOR } from "../../config/places";
import { parsePolicy, type PolicyDocument } from "../../policies/access/document";
import { allowsAny } from "../../policies/access/evaluate";
import type { Grant } from "../../policies/access/question";
import type { Context } from "../../policies/context";
import type { Resource } from "../../policies/model/resource";
import type { Value } from "../../policies/model/value";
import { worldOf } from "../../policies/rules/estate-world";
import { carriedBoundary } from "../../policies/rules/identity/boundaries";
import { heldPolicies } from "../../policies/rules/identity/held-policies";
import { grantedAtLeast } from "../../policies/rules/identity/policies-of-backup";
import { CHANGES_OF_AUDIT, STOPS_OF_AUDIT } from "../../policies/rules/organization/audit-guardrail";
import { documentIn } from "../../policies/rules/policy-values";
import { GUARDED_STORES } from "../../policies/rules/storage/guarded-stores";
import type { Change } from "../entry";
import { whereIs } from "../where";
import { toldAccess } from "./told-access";

/** What a role may touch that somebody must know of. */
export interface Matter {
  readonly what: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly controls: readonly string[];
}

/** What a role may do with such a matter, for certain or perhaps. */
export interface Reach {
  readonly matter: Matter;
  readonly grant: Grant;
}

/** Stands for a policy that nobody has read: within its boundary, it may let a role do anything. */
const ANYTHING = parsePolicy({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/**
 * What a role that was not there may do with restricted data or with what is audited, within its boundary. Whatever else
 * it may do, it is new, and so is whatever it may do it with. Where it holds a policy that is not in the output, it can
 * perhaps do what its boundary lets it.
 */
export function newRoleChanges(role: Resource, context: Context): readonly Change[] {
  const { written, unread } = heldPolicies(role, context);
  const documents = written.map(({ value }) => documentIn(value));
  return reachOf(role, documents, unread, context).map(({ matter: { what, controls }, grant }) => ({
    verdict: "opens",
    about: "access",
    where: whereIs(role),
    what: `a new role ${grant.answer === "yes" ? "may" : "can perhaps"} ${what}`,
    path: "",
    details: [`new: ${role.type}`, toldAccess(grant, [], "may", "may be allowed it")],
    policies: [],
    controls,
  }));
}

/**
 * What policies let a role do with restricted data or with what is audited, within its boundary.
 *
 * @param unread names of policies that are not in the output
 */
export function reachOf(
  role: Resource,
  written: readonly PolicyDocument[],
  unread: readonly Value[],
  context: Context,
): readonly Reach[] {
  const known = [...written, ...unread.flatMap((value) => grantedAtLeast(value) ?? [])];
  return mattersOf(role, context)
    .filter(({ resources }) => resources.length > 0)
    .map((matter) => ({ matter, grant: grantOf(role, known, unread, matter, context) }))
    .filter(({ grant }) => grant.answer !== "no");
}

function grantOf(
  role: Resource,
  known: readonly PolicyDocument[],
  unread: readonly Value[],
  matter: Matter,
  context: Context,
): Grant {
  const grant: Grant = known.length > 0 ? granted(role, known, matter, context) : { answer: "no" };
  if (grant.answer === "yes" || unread.length === 0) return grant;
  if (granted(role, [...known, ANYTHING], matter, context).answer === "no") return { answer: "no" };
  return {
    answer: "unknown",
    why: `what ${unread.map(toldUnread).join(" and ")} allows cannot be known before deployment`,
  };
}

/** A policy by its name; one that is perhaps of another role by where it is written. */
export function toldUnread({ resource, jsonPath, legible }: Value): string {
  return /^role(s|_name)?\b/.test(jsonPath) ? `${resource.address} of ${legible}` : legible;
}

function granted(
  role: Resource,
  identity: readonly PolicyDocument[],
  { actions, resources }: Matter,
  { estate }: Context,
): Grant {
  const boundary = carriedBoundary(role);
  const arn = role.attribute("arn");
  return allowsAny(
    { identity, ...(boundary ? { boundary } : {}) },
    {
      principals: [typeof arn === "string" ? { kind: "principal", arn } : { kind: "account", account: role.account }],
      actions,
      resources,
      world: worldOf(estate, role.account),
    },
  );
}

function mattersOf(role: Resource, { model }: Context): readonly Matter[] {
  const stores = model
    .resourcesIn(role.stack, ...Object.keys(GUARDED_STORES))
    .filter(({ dataClass }) => dataClass === "restricted" || dataClass === "audit");
  const arns = stores.flatMap((store) => {
    const arn = store.attribute("arn");
    return typeof arn === "string" ? [arn, arn + GUARDED_STORES[store.type]!.within] : [];
  });
  const data = Object.values(GUARDED_STORES).flatMap((store) => store.data);
  const isMonitor = role.stack === MONITOR;
  return [
    {
      what: isMonitor ? "reach what is archived" : "reach restricted data",
      actions: data,
      resources: arns,
      controls: isMonitor ? ["D33"] : ["A5", "E40"],
    },
    {
      what: "stop or change what is audited",
      actions: [...STOPS_OF_AUDIT, ...CHANGES_OF_AUDIT],
      resources: ["*"],
      controls: ["D33"],
    },
  ];
}
