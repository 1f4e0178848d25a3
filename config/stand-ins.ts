import type { Estate } from "./estate";
import { findRegion } from "./geography";

/** A stand-in is told wherever the estate is told: the data is where the region is. One sentence for each. */
export function standIns({ sites }: Estate): readonly string[] {
  return sites
    .filter(({ placement }) => placement.standsInFor)
    .map(({ id, placement }) => {
      const country = findRegion(placement.region)!.country;
      return `Stand-in: ${id} is in ${placement.region}, so its data is in ${country} and not in ${placement.standsInFor}.`;
    });
}
