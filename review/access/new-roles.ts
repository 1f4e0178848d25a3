import { MONITOR } from "../../config/places";
import type { PolicyDocument } from "../../policies/access/document";
import { allowsAny } from "../../policies/access/evaluate";
import type { Grant } from "../../policies/access/question";
import type { Context } from "../../policies/context";
import type { Resource } from "../../policies/model/resource";
import { worldOf } from "../../policies/rules/estate-world";
import { carriedBoundary } from "../../policies/rules/identity/boundaries";
import { heldPolicies } from "../../policies/rules/identity/held-policies";
import { CHANGES_OF_AUDIT, STOPS_OF_AUDIT } from "../../policies/rules/organization/audit-guardrail";
import { documentIn } from "../../policies/rules/policy-values";
import { GUARDED_STORES } from "../../policies/rules/storage/guarded-stores";
import type { Change } from "../entry";
import { whereIs } from "../where";
import { toldAccess } from "./told-access";

/** What a role may touch that somebody must know of. */
interface Matter {
  readonly what: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly controls: readonly string[];
}

/**
 * What a role that was not there may do with restricted data or with what is audited, within its boundary. Whatever else
 * it may do, it is new, and so is whatever it may do it with.
 */
export function newRoleChanges(role: Resource, context: Context): readonly Change[] {
  const written = heldPolicies(role, context).written.map(({ value }) => documentIn(value));
  if (written.length === 0) return [];
  return mattersOf(role, context).flatMap(({ what, actions, resources, controls }) => {
    const grant = resources.length > 0 ? granted(role, written, actions, resources, context) : undefined;
    if (!grant || grant.answer === "no") return [];
    return [
      {
        verdict: "opens",
        about: "access",
        where: whereIs(role),
        what: `a new role ${grant.answer === "yes" ? "may" : "can perhaps"} ${what}`,
        path: "",
        details: [`new: ${role.type}`, toldAccess(grant, [], "may", "may be allowed it")],
        policies: [],
        controls,
      },
    ];
  });
}

function granted(
  role: Resource,
  identity: readonly PolicyDocument[],
  actions: readonly string[],
  resources: readonly string[],
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
