import type { Context } from "../context";
import { keyOf } from "../rules/key-of";
import type { Edge } from "./graph";
import type { Node } from "./node";
import { proofOf } from "./proof";
import { carriesRestricted } from "./reach";

/** How it gets there. */
interface Way {
  readonly country: string | undefined;
  readonly stands: Node["stands"];
  /** The mechanisms, the first one first; none where it is kept from the start. */
  readonly by: readonly string[];
  /** What declares them, e.g. `flow enclave-drain`. */
  readonly declaredBy: readonly string[];
}

/** An account and a region that restricted data can be in. */
export interface Whereabouts extends Way {
  /** As a person reads it: `dublin (200000000002, eu-west-1, IE)`. */
  readonly place: string;
  readonly stores: readonly Store[];
}

/** What holds it there. */
export interface Store {
  readonly stack: string;
  readonly address: string;
  /** The address of its customer-managed key; nothing where there is none in the output. */
  readonly key: string | undefined;
}

/** Somebody who may reach it without being in one of the places. */
export interface Reader extends Way {
  /** As a person reads it: `people who work in IE`. */
  readonly who: string;
}

export interface Found {
  readonly places: readonly Whereabouts[];
  readonly readers: readonly Reader[];
}

/** Every place that restricted data of a stack can be in, with what holds it and its keys, and who else may reach it. */
export function whereIs(context: Context, stack: string): Found {
  const { graph } = proofOf(context);
  const origins = graph.holders.filter((node) => node.stack === stack && node.holds === "restricted");
  const reached = [...follow(origins, graph.edges)];
  const places = new Map<string, Whereabouts & { readonly stores: Store[] }>();
  for (const [node, path] of reached) {
    const place = node.kind === "store" || node.kind === "place" ? node.place : undefined;
    if (place === undefined) continue;
    const label = node.kind === "place" ? node.label : placeLabel(node);
    const known = places.get(place) ?? { place: label, ...wayOf(node, path), stores: [] };
    if (node.kind === "store") known.stores.push(storeOf(node));
    places.set(place, known);
  }
  const readers = reached.filter(([{ kind }]) => ["people", "account", "everyone", "elsewhere"].includes(kind));
  return {
    places: [...places.values()],
    readers: readers.map(([node, path]) => ({ who: node.label, ...wayOf(node, path) })),
  };
}

/** The shortest path to every node that content can get to; none to where it is from the start. */
function follow(origins: readonly Node[], edges: readonly Edge[]): ReadonlyMap<Node, readonly Edge[]> {
  const from = new Map<Node, Edge[]>();
  for (const edge of edges.filter(carriesRestricted)) {
    const known = from.get(edge.from);
    if (known) known.push(edge);
    else from.set(edge.from, [edge]);
  }
  const paths = new Map<Node, readonly Edge[]>(origins.map((node) => [node, []]));
  for (const [node, path] of paths) {
    for (const edge of from.get(node) ?? []) if (!paths.has(edge.to)) paths.set(edge.to, [...path, edge]);
  }
  return paths;
}

function wayOf({ country, stands }: Node, path: readonly Edge[]): Way {
  return {
    country,
    stands,
    by: path.map(({ channel }) => channel.title),
    declaredBy: path.flatMap(({ declaredBy }) => declaredBy ?? []),
  };
}

function storeOf({ resource }: Node): Store {
  const { stack, address } = resource!;
  return { stack, address, key: keyOf(resource!)?.address };
}

/** A store's label ends with its place's. */
function placeLabel({ label, resource }: Node): string {
  return label.slice(`${resource!.address} of `.length);
}
