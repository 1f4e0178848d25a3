import type { Json, PlanJson, ResourceChange } from "./plan-json";

/** One thing that a plan will do. */
export interface Change {
  readonly address: string;
  readonly actions: readonly string[];
  /** What it does to the state alone: `moved from …`, `imported`. */
  readonly also: Json;
  readonly provider: string;
  readonly replacing: Json;
  readonly attributes: readonly AttributeChange[];
}

/** An attribute that gets another value; what AWS will choose is unknown. */
export interface AttributeChange {
  /** As in `versioning_configuration.0.status`; nothing for the whole of what is created. */
  readonly path: string;
  readonly before: Json;
  readonly after: Json;
  readonly unknown: Json;
}

/**
 * What a plan will do, in the order of the addresses, and nothing of what it leaves as it is.
 *
 * Of an update only the attributes that change: a computed one that AWS has touched since says nothing about what
 * will be done.
 */
export function changesOf(plan: PlanJson): readonly Change[] {
  const all = plan.resource_changes ?? [];
  return all
    .filter(({ change, previous_address }) => !isNothing(change.actions) || previous_address || change.importing)
    .map(changeOf)
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const keyOf = ({ address, also }: Change) => `${address} ${JSON.stringify(also)}`;

function isNothing(actions: readonly string[]): boolean {
  return actions.every((action) => action === "no-op");
}

function changeOf({ address, previous_address, deposed, provider_name, change }: ResourceChange): Change {
  const { actions, before, after, after_unknown: unknown, importing = null, replace_paths: replacing = null } = change;
  return {
    address,
    actions,
    also: { movedFrom: previous_address ?? null, deposed: deposed ?? null, importing },
    provider: provider_name,
    replacing,
    attributes: attributesOf(actions, before, after, unknown),
  };
}

function attributesOf(
  actions: readonly string[],
  before: Json,
  after: Json,
  unknown: Json,
): readonly AttributeChange[] {
  if (actions.includes("update")) return [...differences("", before, after, unknown)];
  return actions.includes("create") || actions.includes("read") ? [{ path: "", before: null, after, unknown }] : [];
}

function* differences(path: string, before: Json, after: Json, unknown: Json): Generator<AttributeChange> {
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([before, after, isMap(unknown) ? unknown : {}].flatMap(Object.keys))].sort();
    for (const key of keys) yield* differences(at(path, key), in_(before, key), in_(after, key), in_(unknown, key));
  } else if (isList(before) && isList(after) && before.length === after.length) {
    for (const [index, value] of before.entries()) {
      yield* differences(
        at(path, String(index)),
        value,
        after[index]!,
        isList(unknown) ? (unknown[index] ?? null) : null,
      );
    }
  } else if (isUnknown(unknown) || JSON.stringify(before) !== JSON.stringify(after)) {
    yield { path, before, after, unknown };
  }
}

const at = (path: string, key: string) => (path === "" ? key : `${path}.${key}`);
const in_ = (value: Json, key: string): Json => (isMap(value) ? (value[key] ?? null) : null);
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function isMap(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !isList(value);
}

function isUnknown(value: Json): boolean {
  return value === true || (typeof value === "object" && value !== null && Object.values(value).some(isUnknown));
}
