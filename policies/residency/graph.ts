import type { Context } from "../context";
import { Atlas } from "./atlas";
import type { Channel, Passage } from "./channel";
import { CHANNELS } from "./channels";
import { Declared } from "./declared";
import type { Node } from "./node";
import { unnamedChannel } from "./unnamed-channel";

/** A passage that a channel opens in the judged output. */
export interface Edge extends Passage {
  readonly channel: Channel;
  /**
   * `internal`: both ends are in one account and region. `covered`: a declaration allows exactly it. `unknown`: one end
   * cannot be known. `open`: it goes from one place to another, and nothing declares it.
   */
  readonly standing: "internal" | "covered" | "unknown" | "open";
}

/** Everything that can move in an estate, with what the estate declares of it. */
export interface Graph {
  readonly atlas: Atlas;
  readonly declared: Declared;
  readonly edges: readonly Edge[];
  /** Every node that holds data of its own. */
  readonly holders: readonly Node[];
}

/** Builds the data-flow graph of the judged output, in one pass over its resources. */
export function graphOf(context: Context): Graph {
  const atlas = new Atlas(context);
  const declared = new Declared(atlas);
  const channels = channelsByType();
  const edges: Edge[] = [];
  const nodes = new Map<string, Node>();
  for (const resource of context.model.resources()) {
    const own = atlas.ofResource(resource);
    nodes.set(own.id, own);
    for (const channel of [...(channels.get(resource.type) ?? []), unnamedChannel]) {
      for (const passage of channel.find(resource, { atlas, declared })) {
        edges.push({ ...passage, channel, standing: standingOf(passage) });
        for (const node of [passage.from, passage.to]) nodes.set(node.id, node);
      }
    }
  }
  return { atlas, declared, edges, holders: [...nodes.values()].filter(({ holds }) => holds !== undefined) };
}

function standingOf({ from, to, declaredBy }: Passage): Edge["standing"] {
  if (declaredBy !== undefined) return "covered";
  if (from.kind === "unknown" || to.kind === "unknown") return "unknown";
  if (from.place !== undefined && from.place === to.place) return "internal";
  return from.stands === "unknown" || to.stands === "unknown" ? "unknown" : "open";
}

function channelsByType(): ReadonlyMap<string, readonly Channel[]> {
  const byType = new Map<string, Channel[]>();
  for (const channel of CHANNELS) {
    for (const type of channel.types) {
      const known = byType.get(type);
      if (known) known.push(channel);
      else byType.set(type, [channel]);
    }
  }
  return byType;
}
