import { badgeOf, type Bundle } from "./bundle";
import { crossings } from "./crossings";
import type { Layout } from "./layout";
import { coordinates, type Point } from "./point";
import { ports } from "./ports";

/** A bundle's line: an SVG path, and where its count stands. */
export interface Route {
  readonly bundle: Bundle;
  readonly path: string;
  readonly badge: Point;
}

/** Lines that begin and end at points of their own, and go between the cards of the lanes that they cross. */
export function routes({ cards, ends, width, height }: Layout): readonly Route[] {
  const between = crossings(cards, ends);
  const points = ports(cards, ends, between);
  const rightmost = Math.max(...cards.map(({ x }) => x));
  return ends.map(({ bundle, fromSide, toSide }, index) => {
    const [start, end] = points[index]!;
    const away = Math.max(17, badgeOf(bundle).width / 2);
    const badge = { x: start.x + (fromSide === "right" ? away : -away), y: start.y };
    if (fromSide !== toSide) return { bundle, path: curve([start, ...between[index]!, end]), badge };
    // In the only lane the page's margin is free; between two lanes, a part of the space between them.
    const room = points[index]![0].x > rightmost ? width - start.x - 12 : 44;
    return { bundle, path: arch(start, end, room, height), badge };
  });
}

/** Curves between lanes, straight through them. */
function curve(points: readonly Point[]): string {
  const steps = points.slice(1).map((point, index) => {
    const before = points[index]!;
    if (index % 2 === 1) return `L${coordinates(point)}`;
    const bend = (point.x - before.x) / 2;
    const [out, into] = [{ x: before.x + bend, y: before.y }, { x: point.x - bend, y: point.y }]; // prettier-ignore
    return `C${coordinates(out)} ${coordinates(into)} ${coordinates(point)}`;
  });
  return `M${coordinates(points[0]!)} ${steps.join(" ")}`;
}

/** The further apart, the further out: arches over one another do not touch. */
function arch(start: Point, end: Point, room: number, most: number): string {
  const depth = 34 + Math.max(0, room - 34) * Math.sqrt(Math.abs(end.y - start.y) / most);
  const out = start.x + depth * (4 / 3);
  return `M${coordinates(start)} C${coordinates({ x: out, y: start.y })} ${coordinates({ x: out, y: end.y })} ${coordinates(end)}`;
}
