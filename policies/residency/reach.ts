import { placed } from "./channels/placement";
import type { Edge, Graph } from "./graph";
import type { Node } from "./node";

/** Where restricted data can get, and by which edges. */
export interface Reach {
  /** The edges from where it is kept to a node, the first one first: none where it is kept there. */
  pathTo(node: Node): readonly Edge[];
  has(node: Node): boolean;
}

/**
 * Follows restricted data through everything that can carry it: a copy of it is restricted wherever it goes.
 *
 * A search in breadth from every node that keeps some, so that paths are the shortest. A path begins where the data was,
 * and not at a copy on the way: nodes to which nothing undeclared comes go first. It does not begin before that either:
 * what keeps data of its own needs nobody's to have some.
 */
export function reachOf({ edges, holders, atlas }: Graph): Reach {
  const restricted = new Map(
    holders.flatMap((node) => (node.holds === "restricted" ? [[node.id, node] as const] : [])),
  );
  const from = new Map<string, Edge[]>();
  const fed = new Set<string>();
  for (const edge of edges.filter(carriesRestricted)) {
    const known = from.get(edge.from.id);
    if (known) known.push(edge);
    else from.set(edge.from.id, [edge]);
    if (feeds(edge)) fed.add(edge.to.id);
  }
  const reached = new Map<string, Edge | undefined>();
  const spread = (starts: readonly Node[]) => {
    const queue = starts.filter(({ id }) => !reached.has(id));
    for (const node of queue) reached.set(node.id, undefined);
    for (let next = 0; next < queue.length; next++) {
      for (const edge of from.get(queue[next]!.id) ?? []) {
        for (const node of [edge.to, ...surroundingsOf(edge.to)]) {
          if (reached.has(node.id) || (restricted.has(node.id) && !feeds(edge))) continue;
          reached.set(node.id, edge);
          queue.push(node);
        }
      }
    }
  };
  const own = [...restricted.values()];
  spread(own.filter(({ id }) => !fed.has(id)));
  spread(own);
  return { has: ({ id }) => reached.has(id), pathTo: (node) => pathTo(node, reached) };

  /** Whoever acts in the account and region of a copy can get at it. */
  function surroundingsOf({ kind, account, place }: Node): readonly Node[] {
    const region = place?.split("/")[2];
    return kind === "store" && account !== undefined && region !== undefined ? [atlas.place({ account, region })] : [];
  }
}

/** Whether it makes a copy that nobody declares. What comes from outside the protected jurisdictions was outside before. */
function feeds({ standing, from, channel }: Edge): boolean {
  return channel.moves === "bytes" && standing === "open" && from.holds === "restricted" && from.stands === "inside";
}

/** What is known to carry restricted data onwards, when some is at its beginning. */
export function carriesRestricted(edge: Edge): boolean {
  return edge.standing !== "unknown" && mayCarryRestricted(edge) && !(edge.supports && edge.standing === "covered");
}

/** Keys alone, records of what was done, and what only comes in carry nothing restricted. */
export function mayCarryRestricted({ channel, carries, contributes }: Edge): boolean {
  const isContent = channel.moves !== "keys" && channel !== placed && !contributes;
  return isContent && (carries === undefined || carries === "restricted");
}

function pathTo(node: Node, reached: ReadonlyMap<string, Edge | undefined>): readonly Edge[] {
  const path: Edge[] = [];
  for (let edge = reached.get(node.id); edge !== undefined; edge = reached.get(edge.from.id)) path.unshift(edge);
  return path;
}
