import type { Bundle } from "./bundle";
import type { Card } from "./card";
import type { Point } from "./point";

export type Side = "left" | "right";

/** Pixels between two lines that end on one side of a card. */
export const PORT_GAP = 17;

/** On which side of their cards a bundle begins and ends. */
export interface Ends {
  readonly bundle: Bundle;
  readonly fromSide: Side;
  readonly toSide: Side;
}

/** @param laneOf lane of each party, counted from the left; within one lane a bundle arches on the right */
export function sides(bundled: readonly Bundle[], laneOf: ReadonlyMap<string, number>): readonly Ends[] {
  return bundled.map((bundle) => {
    const [from, to] = [laneOf.get(bundle.from)!, laneOf.get(bundle.to)!];
    return { bundle, fromSide: from > to ? "left" : "right", toSide: from < to ? "left" : "right" };
  });
}

/** A line's end on a card, and the height that the line goes on to from there. */
interface End {
  readonly key: string;
  readonly side: Side;
  readonly party: string;
  readonly towards: number;
}

/**
 * A point of its own for each end, on its side of its card, in the order of where the lines go on to.
 *
 * @param between where each line crosses other lanes, in the order of `ends`
 * @returns where a line begins and where it ends, by its index
 */
export function ports(cards: readonly Card[], ends: readonly Ends[], between: readonly (readonly Point[])[]) {
  const middles = new Map(cards.map(({ party, y, height }) => [party.id, y + height / 2]));
  const all = ends.flatMap(({ bundle, fromSide, toSide }, index): readonly End[] => {
    const [first, last] = [between[index]![0]?.y, between[index]!.at(-1)?.y];
    return [
      { key: `${index} from`, side: fromSide, party: bundle.from, towards: first ?? middles.get(bundle.to)! },
      { key: `${index} to`, side: toSide, party: bundle.to, towards: last ?? middles.get(bundle.from)! },
    ];
  });
  const points = new Map<string, Point>();
  for (const { party, x, y, width, height } of cards) {
    for (const side of ["left", "right"] as const) {
      const here = all.filter((end) => end.party === party.id && end.side === side);
      const sorted = here.sort((one, other) => one.towards - other.towards);
      const first = y + height / 2 - ((sorted.length - 1) * PORT_GAP) / 2;
      sorted.forEach(({ key }, rank) =>
        points.set(key, { x: side === "left" ? x : x + width, y: first + rank * PORT_GAP }),
      );
    }
  }
  return ends.map((_ends, index) => [points.get(`${index} from`)!, points.get(`${index} to`)!] as const);
}
