/** What waits for what: a node's name → the names that it waits for. One that waits for nothing may be left out. */
export type Graph = ReadonlyMap<string, readonly string[]>;

interface Visit {
  readonly node: string;
  readonly order: number;
  /** The earliest node that is known to be reached from here and to lead here. */
  earliest: number;
  /** How many of those that it waits for were looked at. */
  next: number;
}

/**
 * Every group of nodes that all wait for each other, in the order in which they are reached; one that waits for itself
 * is a group.
 *
 * @see https://doi.org/10.1137/0201010 Tarjan's strongly connected components, without recursion
 */
export function cyclesIn(graph: Graph): readonly (readonly string[])[] {
  const visits = new Map<string, Visit>();
  const open: Visit[] = [];
  const isOpen = new Set<string>();
  const way: Visit[] = [];
  const cycles: (readonly string[])[] = [];
  const enter = (node: string) => {
    const visit = { node, order: visits.size, earliest: visits.size, next: 0 };
    visits.set(node, visit);
    open.push(visit);
    isOpen.add(node);
    way.push(visit);
  };
  const leave = (visit: Visit) => {
    const before = way.at(-1);
    if (before) before.earliest = Math.min(before.earliest, visit.earliest);
    if (visit.earliest !== visit.order) return;
    const group = open.splice(open.lastIndexOf(visit)).map(({ node }) => node);
    for (const node of group) isOpen.delete(node);
    if (group.length > 1 || graph.get(visit.node)?.includes(visit.node)) cycles.push(group);
  };
  for (const start of graph.keys()) {
    if (!visits.has(start)) enter(start);
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      const to = graph.get(visit.node)?.[visit.next++];
      if (to === undefined) leave(way.pop()!);
      else if (!visits.has(to)) enter(to);
      else if (isOpen.has(to)) visit.earliest = Math.min(visit.earliest, visits.get(to)!.order);
    }
  }
  return cycles;
}
