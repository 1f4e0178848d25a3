import type { Estate, Placement } from "../../../config/estate";
import { enclavePlace, sitePlaces, type StackPlace } from "../../../config/places";
import type { Context } from "../../context";
import { once } from "../../once";

/** The isolated network that the estate declares for a site or for the enclave. */
export interface Segment extends StackPlace {
  readonly cidr: string;
  /** Availability-zone ids. */
  readonly zones: readonly string[];
}

const declared = once((estate: Estate): ReadonlyMap<string, Segment> => {
  const sites = sitePlaces(estate).map((place, index) => segmentAt(place, estate.sites[index]!));
  const segments = [...sites, segmentAt(enclavePlace(estate), estate.enclave)];
  return new Map(segments.map((segment) => [segment.stack, segment]));
});

/** The declared segments whose stacks are judged here. */
export function judgedSegments({ model, estate }: Context): readonly Segment[] {
  return model.stacks.flatMap((stack) => declared(estate).get(stack) ?? []);
}

/** The segment that a stack is declared to have; the monitor and the organization have none. */
export function segmentOf({ estate }: Context, stack: string): Segment | undefined {
  return declared(estate).get(stack);
}

function segmentAt(place: StackPlace, of: { readonly cidr: string; readonly placement: Placement }): Segment {
  return { ...place, cidr: of.cidr, zones: of.placement.zones };
}
