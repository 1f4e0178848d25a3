import type { DataClass } from "../../config/estate";
import type { Resource } from "../model/resource";
import type { Value } from "../model/value";
import { valuesAt } from "../model/values-at";
import { at, type Channel, type Moves, type Passage, type Surroundings } from "./channel";
import { resolve, type Destination } from "./destination";
import type { Node } from "./node";

export interface Along {
  readonly title: string;
  readonly types: readonly string[];
  readonly moves: Moves;
  readonly what: string;
  readonly source: string;
  readonly to: readonly Destination[];
  /** Attributes of the source, each with the types that it may name; the resource itself when there is none. */
  readonly from?: Readonly<Record<string, readonly string[]>>;
  /** The other way: what the destinations name is where it comes from. */
  readonly inbound?: boolean;
  /** Both ways. */
  readonly both?: boolean;
  readonly carries?: DataClass;
  /** The other side only puts something in, or sees no content. */
  readonly contributes?: boolean;
  readonly unless?: (resource: Resource) => boolean;
  /** Further attributes that open nothing by themselves. */
  readonly also?: readonly string[];
}

/** A channel that attributes of a resource name the ends of. */
export function along(spec: Along): Channel {
  const { title, types, moves, what, source, also = [], from = {} } = spec;
  const claims = [...also, ...Object.keys(from), ...spec.to.flatMap(claimsOf)];
  return { title, types, moves, what, source, claims, find: (resource, around) => passages(spec, resource, around) };
}

function* passages(spec: Along, resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  if (spec.unless?.(resource)) return;
  const carries = spec.carries ?? (spec.moves === "telemetry" ? "audit" : undefined);
  const more = {
    ...(carries === undefined ? {} : { carries }),
    ...(spec.contributes ? { contributes: true } : {}),
  };
  for (const destination of spec.to) {
    for (const block of blocksAt(resource, destination.in)) {
      for (const { node, at: value } of resolve(block, destination, atlas)) {
        for (const own of sources(spec, resource, { atlas })) {
          const there: Passage = { from: own, to: node, at: at(value), ...more };
          const back: Passage = { from: node, to: own, at: at(value), ...more };
          if (!spec.inbound) yield there;
          if (spec.inbound || spec.both) yield back;
        }
      }
    }
  }
}

/** The resource that an attribute names, so that a path goes on through it; else the resource itself. */
function sources({ from = {} }: Along, resource: Resource, { atlas }: Pick<Surroundings, "atlas">): readonly Node[] {
  const found = Object.entries(from).flatMap(([path, types]) =>
    valuesAt(resource, path).flatMap((value) => {
      if (value.text === undefined) return [];
      const named = resource.find(value.text, ...types) ?? atlas.named(value.text);
      return named ? [atlas.ofResource(named)] : [];
    }),
  );
  return found.length > 0 ? found : [atlas.ofResource(resource)];
}

function claimsOf({ in: block, open, id, always: _always, ...paths }: Destination): readonly string[] {
  const named = [...Object.values(paths), ...[open, id].flatMap((each) => each?.path ?? [])];
  return named.map((path) => (block === undefined ? path : `${block}.${path}`));
}

function blocksAt(resource: Resource, path: string | undefined): readonly Value[] {
  return path === undefined ? [resource.root] : valuesAt(resource, path).flatMap((value) => value.items());
}
