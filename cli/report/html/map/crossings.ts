import type { Card } from "./card";
import type { Point } from "./point";
import type { Ends } from "./ports";

/** Pixels between lines beside one another. */
const TRACK = 8;
/** Pixels between a line and the card that it passes. */
const CLEARANCE = 10;

/** A line in a lane that it only crosses: between two cards of the lane, above all of them, or below. */
interface Crossing {
  readonly line: number;
  readonly gap: Gap;
  /** Where a straight line would cross. */
  readonly straight: number;
}

interface Gap {
  readonly lane: number;
  readonly top: number;
  readonly bottom: number;
}

/** For each bundle the points between which it goes straight through a lane, in its direction. */
export function crossings(cards: readonly Card[], ends: readonly Ends[]): readonly (readonly Point[])[] {
  const cardOf = new Map(cards.map((card) => [card.party.id, card]));
  const lanes = new Map<number, Card[]>();
  for (const card of cards) lanes.set(card.lane, [...(lanes.get(card.lane) ?? []), card]);
  const all = ends.flatMap(({ bundle }, line) => {
    const [from, to] = [cardOf.get(bundle.from)!, cardOf.get(bundle.to)!];
    return between(from.lane, to.lane).map((lane) => crossing(line, from, to, lanes.get(lane)!));
  });
  const heights = tracks(all);
  return ends.map(({ bundle }, line) => {
    const isForth = cardOf.get(bundle.from)!.lane < cardOf.get(bundle.to)!.lane;
    return all
      .filter((each) => each.line === line)
      .flatMap((each) => {
        const { x, width } = lanes.get(each.gap.lane)![0]!;
        const y = heights.get(each)!;
        return isForth ? [{ x, y }, { x: x + width, y }] : [{ x: x + width, y }, { x, y }]; // prettier-ignore
      });
  });
}

function between(from: number, to: number): readonly number[] {
  const step = Math.sign(to - from);
  return Array.from({ length: Math.max(0, Math.abs(to - from) - 1) }, (_none, index) => from + step * (index + 1));
}

function crossing(line: number, from: Card, to: Card, lane: readonly Card[]): Crossing {
  const [{ x, lane: index }] = lane as readonly [Card];
  const straight = middle(from) + ((middle(to) - middle(from)) * (x - from.x)) / (to.x - from.x);
  const edges = [-Infinity, ...lane.flatMap(({ y, height }) => [y, y + height]), Infinity];
  const gaps = Array.from({ length: lane.length + 1 }, (_none, gap): Gap => {
    return { lane: index, top: edges[2 * gap]!, bottom: edges[2 * gap + 1]! };
  });
  const gap = gaps.reduce((best, each) => (distance(each, straight) < distance(best, straight) ? each : best));
  return { line, gap, straight };
}

const middle = ({ y, height }: Card): number => y + height / 2;

function distance({ top, bottom }: Gap, height: number): number {
  return Math.max(top - height, height - bottom, 0);
}

/** Lines that share a gap lie beside one another, in the order in which they come, as close to straight as it lets them. */
function tracks(all: readonly Crossing[]): ReadonlyMap<Crossing, number> {
  const heights = new Map<Crossing, number>();
  const gaps = new Map<string, Crossing[]>();
  for (const each of all) {
    const key = `${each.gap.lane} ${each.gap.top}`;
    gaps.set(key, [...(gaps.get(key) ?? []), each]);
  }
  for (const together of gaps.values()) {
    const { top, bottom } = together[0]!.gap;
    const sorted = together.sort((one, other) => one.straight - other.straight);
    const track = Math.min(TRACK, (bottom - top) / (sorted.length + 1));
    const needed = (sorted.length - 1) * track;
    const mean = sorted.reduce((sum, { straight }) => sum + straight, 0) / sorted.length;
    const clearance = Math.min(CLEARANCE, (bottom - top - needed) / 2);
    const first = Math.min(Math.max(mean - needed / 2, top + clearance), bottom - clearance - needed);
    sorted.forEach((each, rank) => heights.set(each, first + rank * track));
  }
  return heights;
}
