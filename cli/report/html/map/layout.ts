import type { Bundle } from "./bundle";
import type { Card } from "./card";
import { cardTexts } from "./card-texts";
import type { Area, Party } from "./party";
import { PORT_GAP, sides, type Ends } from "./ports";

/** Pixels of the drawing, at its natural size. */
const GAP = 24;
const PADDING = 14;
const HEAD = 34;

export interface Shade {
  readonly area: Area;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly Card[];
  readonly shades: readonly Shade[];
  readonly ends: readonly Ends[];
}

/** Jurisdictions side by side, for a wide page; where one has sites, whoever uses them stands at their side. */
export function wideLayout(everyone: readonly Party[], bundled: readonly Bundle[], width: number): Layout {
  const lanes = areasOf(everyone).flatMap(lanesOf);
  const laneOf = new Map(lanes.flatMap((lane, index) => lane.map(({ id }) => [id, index] as const)));
  const ends = sides(bundled, laneOf);
  const cardWidth = Math.min(176, Math.floor((width - 2 * PADDING - 64 * (lanes.length - 1)) / lanes.length));
  const gutter = lanes.length === 1 ? 0 : (width - 2 * PADDING - lanes.length * cardWidth) / (lanes.length - 1);
  const sized = lanes.map((lane) => lane.map((party) => sizeOf(party, cardWidth, ends)));
  const tallest = Math.max(...sized.map((lane) => stacked(lane)));
  const cards = sized.flatMap((lane, index): readonly Card[] => {
    const spare = (tallest - lane.reduce((sum, { height }) => sum + height, 0)) / lane.length;
    let y = HEAD + spare / 2;
    return lane.map((card) => {
      const x = PADDING + index * (cardWidth + gutter);
      const placed = { ...card, lane: index, x, y, width: cardWidth };
      y += card.height + spare;
      return placed;
    });
  });
  const height = HEAD + tallest + PADDING;
  const shades = shadesOf(cards).map((shade) => ({ ...shade, y: 0, height }));
  return { width, height, cards, shades, ends };
}

/** Everything below one another, for a narrow page: channels arch along the right side. */
export function narrowLayout(everyone: readonly Party[], bundled: readonly Bundle[], width: number): Layout {
  const ends = sides(bundled, new Map(everyone.map(({ id }) => [id, 0])));
  const cardWidth = Math.round(width * 0.56);
  let y = 0;
  let area: Area | undefined;
  const cards = everyone.map((party): Card => {
    if (party.area !== area) y += (area === undefined ? 0 : PADDING) + HEAD;
    area = party.area;
    const card = { ...sizeOf(party, cardWidth, ends), lane: 0, x: PADDING, y, width: cardWidth };
    y += card.height + PADDING;
    return card;
  });
  const shades = shadesOf(cards).map((shade) => ({ ...shade, x: 0, width, y: shade.y - HEAD + 6 }));
  return { width, height: y, cards, shades: shades.map((shade) => ({ ...shade, height: shade.height + HEAD })), ends };
}

function areasOf(everyone: readonly Party[]): readonly (readonly Party[])[] {
  const areas = new Map<Area, Party[]>();
  for (const party of everyone) areas.set(party.area, [...(areas.get(party.area) ?? []), party]);
  return [...areas.values()];
}

function lanesOf(area: readonly Party[]): readonly (readonly Party[])[] {
  if (!area.some(({ kind }) => kind === "site")) return [area];
  const users = area.filter(({ kind }) => kind === "people" || kind === "organization");
  return [users, area.filter((party) => !users.includes(party))].filter((lane) => lane.length > 0);
}

function sizeOf(party: Party, width: number, ends: readonly Ends[]) {
  const texts = cardTexts(party, width);
  const left = ends.filter((each) => touches(each, party.id, "left")).length;
  const right = ends.filter((each) => touches(each, party.id, "right")).length;
  return { party, texts, height: Math.max(texts.height, (Math.max(left, right) + 0.5) * PORT_GAP) };
}

/** A bundle in one lane touches its two cards on the right alike. */
function touches({ bundle, fromSide, toSide }: Ends, id: string, side: "left" | "right"): boolean {
  return (bundle.from === id && fromSide === side) || (bundle.to === id && toSide === side);
}

function stacked(lane: readonly { readonly height: number }[]): number {
  return lane.reduce((sum, { height }) => sum + height + GAP, 0);
}

function shadesOf(cards: readonly Card[]): readonly Shade[] {
  return [...new Set(cards.map(({ party }) => party.area))].map((area) => {
    const own = cards.filter(({ party }) => party.area === area);
    const [left, top] = [Math.min(...own.map(({ x }) => x)), Math.min(...own.map(({ y }) => y))];
    const right = Math.max(...own.map(({ x, width }) => x + width));
    const bottom = Math.max(...own.map(({ y, height }) => y + height));
    return { area, x: left - PADDING, y: top, width: right - left + 2 * PADDING, height: bottom - top };
  });
}
