import { resourceType, type KeyAttribute, type KeySource } from "../../catalogue/resource-type";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { valuesAt } from "../../model/values-at";
import { all, fail, undecided, type Location, type Verdict } from "../../verdict";
import { inPlaceOf } from "../in-place";
import { samePlace } from "../same-place";
import { mustMeet } from "./conditions";
import { mustBeOwnKey } from "./own-key";

const EXPECTED = "a customer-managed key of its own account and region";
/** The default key is used only where encryption by default is on; it is on in a resource that does not say. */
const SWITCHED_BY: Readonly<Record<string, { readonly type: string; readonly path: string }>> = {
  aws_ebs_default_kms_key: { type: "aws_ebs_encryption_by_default", path: "enabled" },
};

/**
 * Passes when the content of a resource is encrypted with a key of its own account and region.
 *
 * The first of the ways that is configured decides: a key on a resource is used whatever its owner has.
 *
 * @param seen resources on the way here, so that what is made from itself ends undecided
 */
export function mustHaveOwnKey(
  resource: Resource,
  sources: readonly KeySource[],
  context: Context,
  seen: readonly Resource[] = [],
): Verdict {
  if (seen.includes(resource)) return undecided(resource.root.at, "made from itself", EXPECTED);
  for (const source of sources) {
    const verdict = configured(resource, source, context, [...seen, resource]);
    if (verdict) return verdict;
  }
  const lacking = sources.find((source) => source.from === "self");
  return fail(lacking ? resource.value(lacking.path).at : resource.root.at, "nothing", EXPECTED);
}

function configured(
  resource: Resource,
  source: KeySource,
  context: Context,
  seen: readonly Resource[],
): Verdict | undefined {
  switch (source.from) {
    case "self":
      return onAttributes(resource, source, context);
    case "companion": {
      const [companion, ...others] = resource.companions(source.type, source.by);
      if (!companion) return undefined;
      if (others.length > 0 || companion.exists !== "yes") {
        return undecided(resource.root.at, "several, or a number that an expression decides", `one ${source.type}`);
      }
      return onAttributes(companion, source, context) ?? fail(companion.value(source.path).at, "nothing", EXPECTED);
    }
    case "owner": {
      const [owner] = valuesAt(resource, source.by).filter((value) => !value.isAbsent);
      return owner && ofOwner(owner, source.types, context, seen);
    }
    case "account":
      return ofAccount(resource, source, context);
  }
}

/** Nothing where no key is named at all. */
function onAttributes(resource: Resource, { path, when = {} }: KeyAttribute, context: Context): Verdict | undefined {
  const keys = valuesAt(resource, path);
  if (keys.every((key) => key.isAbsent || key.data === "")) return undefined;
  const [first, ...others] = keys.map((key) => mustBeOwnKey(key, context));
  return all(first!, ...others, ...mustMeet(when, resource));
}

function ofOwner(value: Value, types: readonly string[], context: Context, seen: readonly Resource[]): Verdict {
  const owner = value.target(...types);
  if (owner.kind !== "resource") {
    return undecided(value.at, `${value.legible}, which is not in this output`, `one of ${types.join(", ")}`);
  }
  const key = resourceType(owner.resource.type)?.key;
  if (samePlace(owner.resource, value.resource) === "no") return fail(value.at, value.legible, EXPECTED);
  if (key === undefined) return undecided(value.at, `${owner.resource.type}, whose key is not known`, EXPECTED);
  if (key === "impossible") return fail(value.at, `${owner.resource.type}, which takes none`, EXPECTED);
  return toldOf(mustHaveOwnKey(owner.resource, key, context, seen), value.at, owner.resource);
}

function ofAccount(
  resource: Resource,
  source: KeySource & { readonly from: "account" },
  context: Context,
): Verdict | undefined {
  const here = (type: string) =>
    inPlaceOf(resource, type, context.model).filter((one) => samePlace(one, resource) === "yes");
  const [setting] = here(source.type);
  if (!setting) return undefined;
  const { at } = resource.root;
  if (setting.exists !== "yes") return undecided(at, `${setting.address}, if it exists`, EXPECTED);
  const verdict = onAttributes(setting, source, context) ?? fail(setting.value(source.path).at, "nothing", EXPECTED);
  const by = SWITCHED_BY[source.type];
  if (!by) return toldOf(verdict, at, setting);
  const [on] = here(by.type);
  if (!on) return fail(at, `no ${by.type}`, EXPECTED);
  return all(toldOf(verdict, at, setting), toldOf(on.value(by.path).mustNotBe(false), at, on));
}

/** What is wrong with something else, told of what relies on it. */
function toldOf(verdict: Verdict, at: Location, other: Resource): Verdict {
  return "actual" in verdict ? { ...verdict, at, actual: `${verdict.actual} at ${other.address}` } : { ...verdict, at };
}
