import type { Context } from "../context";
import type { Hop, ResidencyVerdict } from "../hop";
import type { Location } from "../verdict";
import type { Resource } from "../model/resource";
import type { Atlas } from "./atlas";
import { placed } from "./channels/placement";
import { graphOf, type Edge, type Graph } from "./graph";
import type { Node } from "./node";
import { carriesRestricted, mayCarryRestricted, reachOf, type Reach } from "./reach";

/** What is wrong with a channel, or cannot be decided. */
export interface Leak {
  readonly verdict: ResidencyVerdict;
  readonly at: Location;
  /** Whether it is restricted data that leaves, or may. */
  readonly restricted: boolean;
  /** Every hop, the first one first. */
  readonly witness: readonly Hop[];
}

export interface Proof {
  readonly graph: Graph;
  readonly reach: Reach;
  readonly leaks: readonly Leak[];
  /** Every channel that was judged. */
  readonly judged: readonly JudgedEdge[];
}

export interface JudgedEdge {
  readonly edge: Edge;
  readonly verdict: "internal" | "covered" | Exclude<ResidencyVerdict, "unused">;
}

const proofs = new WeakMap<Context, Proof>();

/** Judges every channel of the output against what the estate declares. The same context is judged once. */
export function proofOf(context: Context): Proof {
  const known = proofs.get(context);
  if (known) return known;
  const proof = prove(context);
  proofs.set(context, proof);
  return proof;
}

function prove(context: Context): Proof {
  const graph = graphOf(context);
  const reach = reachOf(graph);
  const opened = keysOpened(graph.edges);
  const judged = graph.edges.map((edge): JudgedEdge => ({ edge, verdict: verdictOf(edge, graph, reach, opened) }));
  const leaving = leaks(judged, graph, reach, opened);
  const named = new Set(leaving.flatMap(({ witness }) => witness.map(idOf)));
  const left = (node: Node) =>
    reach.pathTo(node).some(({ standing, to }) => standing === "open" && to.stands === "outside");
  const others = withoutSupport(judged)
    .filter(({ verdict }) => verdict === "undeclared" || verdict === "undecided")
    .filter(({ edge }) => !named.has(idOf(edge.at)) && !(edge.channel === placed && left(edge.to)));
  return { graph, reach, judged, leaks: [...leaving, ...distinct(others, reach)] };
}

function verdictOf(edge: Edge, { atlas }: Graph, reach: Reach, opened: Opened): JudgedEdge["verdict"] {
  const { standing, from, to, key } = edge;
  if (isMadePublic(edge) && reach.has(from)) return "undeclared";
  if (standing === "internal" || standing === "covered") return standing;
  if (standing === "unknown") return "undecided";
  if (edge.channel === placed) return to.stands === "outside" && to.holds === "restricted" ? "leaves" : "undeclared";
  if (to.stands !== "outside" || !carriesRestricted(edge) || !reach.has(from)) return "undeclared";
  // Without the key, what gets there cannot be read.
  const isReadable = key === undefined || openingFor(key, to, atlas, opened) !== undefined;
  return isReadable ? "leaves" : "undeclared";
}

/** Whether a copy calls itself public: what is made of restricted data is restricted, until somebody declares otherwise. */
function isMadePublic(edge: Edge): boolean {
  const { standing, channel, from, to } = edge;
  const isCopied = standing === "internal" && channel.moves === "bytes" && from.kind === "store" && to.kind === "store";
  return isCopied && from.holds !== "public" && to.holds === "public" && mayCarryRestricted(edge);
}

/** Who is let in by which key, by the key's id. */
type Opened = ReadonlyMap<string, readonly Edge[]>;

function keysOpened(edges: readonly Edge[]): Opened {
  const opened = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (edge.channel.moves !== "keys" || edge.contributes || edge.standing !== "open") continue;
    const known = opened.get(edge.from.id);
    if (known) known.push(edge);
    else opened.set(edge.from.id, [edge]);
  }
  return opened;
}

/** How a reader, or one of many, comes by the key. */
function openingFor(key: Resource, reader: Node, atlas: Atlas, opened: Opened): Edge | undefined {
  const edges = opened.get(atlas.holder("key", key).id) ?? [];
  return (
    edges.find(({ to }) => to === reader) ??
    edges.find(({ to }) => to.kind === "everyone" || (reader.kind === "everyone" && to.stands === "outside"))
  );
}

/** One leak is one finding, however many resources make it, and however far it goes on outside. */
function leaks(judged: readonly JudgedEdge[], { atlas }: Graph, reach: Reach, opened: Opened): readonly Leak[] {
  const leaving = withoutSupport(judged).filter(({ verdict }) => verdict === "leaves");
  const found = new Map<string, Leak>();
  for (const { edge } of leaving) {
    const id = `${edge.from.id} ${edge.to.id} ${edge.channel.title}`;
    const before = edge.channel === placed ? reach.pathTo(edge.to) : reach.pathTo(edge.from);
    if (found.has(id) || before.some(({ standing, to }) => standing === "open" && to.stands === "outside")) continue;
    const key = edge.key && openingFor(edge.key, edge.to, atlas, opened);
    found.set(id, {
      verdict: "leaves",
      restricted: true,
      at: edge.at,
      witness: [...before, edge, ...(key ? [key] : [])].map(hopOf),
    });
  }
  return [...found.values()];
}

/** A permission to use a channel adds nothing to the channel itself. */
function withoutSupport(judged: readonly JudgedEdge[]): readonly JudgedEdge[] {
  const wrong = judged.filter(({ verdict, edge }) => verdict !== "internal" && !edge.supports);
  const between = new Set(wrong.map(({ edge }) => `${edge.from.account} ${edge.to.id}`));
  return judged.filter(({ edge }) => !edge.supports || !between.has(`${edge.from.account} ${edge.to.id}`));
}

/** What goes both ways, or stands in several attributes or statements of one resource, is said once. */
function distinct(edges: readonly JudgedEdge[], reach: Reach): readonly Leak[] {
  const found = new Map<string, Leak>();
  for (const { edge, verdict } of edges) {
    const id = [verdict, edge.at.stack, edge.at.address, edge.channel.title, ...[edge.from.id, edge.to.id].sort()].join(
      " ",
    );
    if (found.has(id)) continue;
    const restricted = mayCarryRestricted(edge) && reach.has(edge.from);
    found.set(id, { verdict: verdict as ResidencyVerdict, restricted, at: edge.at, witness: [hopOf(edge)] });
  }
  return [...found.values()];
}

function hopOf(edge: Edge): Hop {
  const { at, channel, from, to } = edge;
  const { stack, address, jsonPath } = at;
  const label = isMadePublic(edge) ? `${to.label}, which is tagged as public` : to.label;
  return { stack, address, jsonPath, mechanism: channel.title, from: from.label, to: label };
}

const idOf = ({ stack, address, jsonPath }: Location): string => `${stack}/${address}/${jsonPath}`;
