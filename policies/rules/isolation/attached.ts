import type { Context } from "../../context";
import type { Model } from "../../model/model";
import type { Resource } from "../../model/resource";
import { fail, undecided, type Verdict } from "../../verdict";
import { once } from "../../once";

export interface Attached {
  /** Those that are there for certain and name the resource. */
  readonly named: readonly Resource[];
  /** Those of the same stack that may be there, or may name it. */
  readonly perhaps: readonly Resource[];
}

type ByTarget = ReadonlyMap<Resource | string, { readonly named: Resource[]; readonly perhaps: Resource[] }>;

const indexOf = once((_: Model) => new Map<string, ByTarget>());

/** The resources of a type of which an attribute, or an element of it, names this one. */
export function attachedTo(resource: Resource, { model }: Context, type: string, attribute: string): Attached {
  const key = [resource.type, type, attribute].join();
  const byTarget = indexOf(model).get(key) ?? indexed(model, resource.type, type, attribute);
  indexOf(model).set(key, byTarget);
  const unknown = byTarget.get(resource.stack)?.perhaps ?? [];
  const { named = [], perhaps = [] } = byTarget.get(resource) ?? {};
  return { named, perhaps: [...perhaps, ...unknown] };
}

/** By the resource that is named; by the stack where it is not known which. */
function indexed(model: Model, targetType: string, type: string, attribute: string): ByTarget {
  const found = new Map<Resource | string, { named: Resource[]; perhaps: Resource[] }>();
  for (const one of model.resources(type)) {
    for (const value of one.value(attribute).items()) {
      const target = value.target(targetType);
      if (target.kind !== "resource" && target.kind !== "unknown") continue;
      const key = target.kind === "resource" ? target.resource : one.stack;
      const entry = found.get(key) ?? { named: [], perhaps: [] };
      (target.kind === "resource" && one.exists === "yes" ? entry.named : entry.perhaps).push(one);
      found.set(key, entry);
    }
  }
  return found;
}

/** What `judge` says of the one resource that is attached; a failure where there is none, or one more. */
export function judgeOne(
  { named, perhaps }: Attached,
  to: Resource,
  expected: string,
  judge: (one: Resource) => Verdict,
): Verdict {
  const [one, ...others] = named;
  if (others.length > 0) return fail(others[0]!.root.at, "one more", expected);
  if (perhaps.length > 0) return undecided(perhaps[0]!.root.at, "what it belongs to cannot be known", expected);
  return one ? judge(one) : fail(to.root.at, "nothing", expected);
}
