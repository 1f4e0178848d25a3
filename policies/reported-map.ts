import { jurisdictionOf } from "../config/geography";
import type { Context } from "./context";
import type { Report, ReportedChannel, ReportedPlace } from "./report";
import { reportedPlaces } from "./reported-places";
import { flowUses } from "./residency/flow-uses";
import type { Edge } from "./residency/graph";
import type { Node } from "./residency/node";
import { proofOf } from "./residency/proof";

/** The places of the estate, whoever else can have data, and every channel between two of them. */
export function reportedMap(context: Context): Pick<Report, "places" | "channels"> {
  const places = new Map(reportedPlaces(context.estate).map((place) => [whereIs(place), place]));
  const channels = new Map<string, ReportedChannel>();
  const add = (channel: Omit<ReportedChannel, "count">) => {
    const key = JSON.stringify(channel);
    channels.set(key, { ...channel, count: (channels.get(key)?.count ?? 0) + 1 });
  };
  const idOf = (node: Node): string => {
    const where = whereNode(node);
    if (!places.has(where) && node.country) places.set(where, other(node, node.country, context));
    return places.get(where)?.id ?? labelOf(node);
  };
  for (const { edge, verdict } of proofOf(context).judged) {
    if (verdict === "internal" || edge.supports) continue;
    const [from, to] = directionOf(edge).map(idOf) as [string, string];
    const { title: mechanism, moves } = edge.channel;
    const dataClass = edge.carries ?? edge.from.holds;
    add({ from, to, mechanism, moves, ...(dataClass && { dataClass }), verdict });
  }
  for (const { flow, isUsed, isRetired } of flowUses(context)) {
    if (isUsed !== "no" || isRetired) continue;
    const { from, to, mechanism, dataClass } = flow;
    add({ from, to, mechanism, moves: "bytes", dataClass, verdict: "unused" });
  }
  return { places: [...places.values()], channels: [...channels.values()] };
}

/** Somebody who may only put something in is where it comes from, not where it goes. */
function directionOf({ from, to, contributes, channel: { moves } }: Edge): readonly [Node, Node] {
  return contributes && (moves === "access" || moves === "keys") ? [to, from] : [from, to];
}

/** A declared account in a region other than the declared one is another place. */
function whereIs({ account, region }: ReportedPlace): string {
  return region === undefined ? `account/${account}` : `place/${account}/${region}`;
}

function whereNode({ place, account, id }: Node): string {
  return place ?? (account === undefined ? id : `account/${account}`);
}

/** Somebody whom the estate does not place: people of a country, an account in a region. */
function other(node: Node, country: string, { estate }: Context): ReportedPlace {
  const jurisdiction = jurisdictionOf(country);
  return {
    id: labelOf(node),
    kind: node.kind === "people" ? "people" : "other",
    title: labelOf(node),
    country,
    ...(jurisdiction && { jurisdiction }),
    isProtected: jurisdiction !== undefined && estate.protectedJurisdictions.includes(jurisdiction),
  };
}

/** What is in a place is drawn as the place. */
function labelOf({ label, resource }: Node): string {
  const within = resource && `${resource.address} of `;
  return within && label.startsWith(within) ? label.slice(within.length) : label;
}
