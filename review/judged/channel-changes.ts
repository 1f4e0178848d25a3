import type { Context } from "../../policies/context";
import type { Edge } from "../../policies/residency/graph";
import type { Node } from "../../policies/residency/node";
import { proofOf } from "../../policies/residency/proof";
import type { Change } from "../entry";
import { Renames } from "../resources/renamed";

/**
 * The ways between two places that a declaration covers and that were not there, and those that are gone. A way that
 * nothing declares is a finding, and told as one. Records of what was done, which go to the monitor alone, open nothing.
 */
export function channelChanges(base: Context, head: Context, renames: Renames): readonly Change[] {
  const [before, after] = [waysIn(base, renames), waysIn(head, Renames.nothing)];
  const opened = [...after].filter(([key, { standing }]) => standing === "covered" && !before.has(key));
  const closed = [...before].filter(([key]) => !after.has(key));
  return [
    ...opened.map(([, edge]) => change(edge, "opens", `${describeEdge(edge)}, as ${edge.declaredBy} declares`)),
    ...closed.map(([, edge]) => change(edge, "stronger", `no more: ${describeEdge(edge)}`)),
  ];
}

function waysIn(context: Context, renames: Renames): ReadonlyMap<string, Edge> {
  const edges = proofOf(context).graph.edges.filter(
    ({ standing, supports, channel }) => standing !== "internal" && !supports && channel.moves !== "telemetry",
  );
  return new Map(edges.map((edge) => [keyOf(edge, renames), edge]));
}

function keyOf({ from, to, channel, carries }: Edge, renames: Renames): string {
  return [idOf(from, renames), idOf(to, renames), channel.title, carries ?? ""].join("\n");
}

function idOf({ id, resource }: Node, renames: Renames): string {
  const now = resource ? id.replace(resource.address, renames.of(resource.stack).address(resource.address)) : id;
  return renames.place(now);
}

function describeEdge({ channel, from, to, contributes }: Edge): string {
  if (channel.moves !== "access" && channel.moves !== "keys")
    return `${channel.title} from ${from.label} to ${to.label}`;
  return `${channel.title}: ${to.label} may ${contributes ? "put something into" : "reach"} ${from.label}`;
}

function change({ at, channel, from, to }: Edge, verdict: "opens" | "stronger", what: string): Change {
  const { stack, address, jsonPath } = at;
  return {
    verdict,
    about: "channel",
    where: { stack, address },
    what,
    path: jsonPath,
    details: [],
    policies: [],
    controls: channel.moves === "access" ? ["A5", "E40"] : ["A5", "A9"],
    ...(verdict === "opens" && {
      witness: [{ stack, address, jsonPath, mechanism: channel.title, from: from.label, to: to.label }],
    }),
  };
}
