import { controlOf } from "./control-policies";
import { granted, type Permission, refused } from "./effects";
import { all, always, any, doubt, type Formula, never } from "./formula";
import type { Layers } from "./layers";
import { hasAccount } from "./principal-class";
import { NAMINGS, type Naming } from "./principal-formula";
import type { Reader } from "./reader";
import type { World } from "./world";

/**
 * How AWS combines the policies of one request.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function permissionOf(layers: Layers, world: World, reader: Reader): Permission {
  const { principal } = reader;
  const bounded = principal.kind === "user" || principal.kind === "role" ? layers.boundary : undefined;
  const session = principal.kind === "role" || principal.kind === "federatedUser" ? layers.session : undefined;
  const identity = hasAccount(principal) && principal.kind !== "root" ? (layers.identity ?? []) : [];
  const own = [...identity, ...[bounded, session].flatMap((document) => document ?? [])];
  const reach = { ...reader, bounded: bounded !== undefined };
  const limits = all(...[bounded, session].map((document) => (document ? granted(document, reader) : always)));
  const ownGrant = all(
    principal.kind === "root" ? always : any(...identity.map((each) => granted(each, reader))),
    limits,
  );
  const control = controlOf(layers, world, reader);
  return {
    denied: any(
      control.denied,
      ...own.map((document) => refused(document, reader)),
      layers.resource ? refused(layers.resource, reach) : never,
      layers.endpoint ? refused(layers.endpoint, reader) : never,
    ),
    allowed: all(
      control.allowed,
      layers.endpoint ? granted(layers.endpoint, reader) : always,
      hasAccount(principal) ? granting(layers, world, reader, ownGrant, limits) : byResource(layers, reader, NAMINGS),
    ),
  };
}

/** What the account's own policies and the resource's give together to a principal of an account. */
function granting(layers: Layers, world: World, reader: Reader, own: Formula, limits: Formula): Formula {
  const across = all(own, byResource(layers, reader, NAMINGS));
  const within = withinAccount(layers, reader, own, limits);
  if (world.resourceAccount === undefined) {
    return any(all(across, within), all(any(across, within), doubt("the account of the resource")));
  }
  return world.resourceAccount === reader.principal.account ? within : across;
}

/**
 * In one account, the resource's policy alone may be enough. Naming the account only lets its identity policies speak.
 * What is given to a role is still limited by its boundary and session policy, what is given to a user or to one
 * session is not.
 */
function withinAccount(layers: Layers, reader: Reader, own: Formula, limits: Formula): Formula {
  const named = (...namings: readonly Naming[]) => byResource(layers, reader, namings);
  const isUser = reader.principal.kind === "user";
  const unclear = any(limits, doubt("whether a boundary or session policy limits what everyone is granted"));
  return any(
    layers.resourceAuthority === "sole" ? all(own, named("account")) : own,
    named("session"),
    all(named("identity"), isUser ? always : limits),
    all(named("everyone", "other"), isUser ? always : unclear),
  );
}

function byResource(layers: Layers, reader: Reader, namings: readonly Naming[]): Formula {
  if (layers.resource !== undefined) return granted(layers.resource, reader, namings);
  return layers.resourceAuthority === "sole" ? doubt("the policy of the resource") : never;
}
