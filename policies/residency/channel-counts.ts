import { proofOf, type JudgedEdge } from "./proof";
import type { Context } from "../context";

/** How many ways of one mechanism came to one verdict. */
export interface ChannelCount {
  readonly mechanism: string;
  readonly verdict: JudgedEdge["verdict"];
  readonly count: number;
}

/** What was judged, by mechanism and verdict: `internal` stays in one account and region, `covered` is declared. */
export function channelCounts(context: Context): readonly ChannelCount[] {
  const counts = new Map<string, ChannelCount>();
  for (const { edge, verdict } of proofOf(context).judged) {
    const { title: mechanism } = edge.channel;
    const id = `${mechanism} ${verdict}`;
    counts.set(id, { mechanism, verdict, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => one.mechanism.localeCompare(other.mechanism));
}
