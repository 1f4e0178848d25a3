import { counted, markup, type Markup } from "../markup";
import { badgeOf } from "./bundle";
import { FACT_LEADING, INSET, SEGMENT_HEIGHT, TITLE_LEADING } from "./card-texts";
import type { Card } from "./card";
import type { Layout, Shade } from "./layout";
import type { Mapped } from "./mapped";
import { routes, type Route } from "./route";

/**
 * The map as SVG. Its cards lead to the rows of the table of places; what its lines say stands in the table of channels,
 * for whoever does not see them.
 *
 * @param name tells this drawing's ids and its style from those of another one on the page
 */
export function drawing(layout: Layout, name: "wide" | "narrow", noun: Mapped["noun"]): Markup {
  const { width, height, cards, shades } = layout;
  const lines = routes(layout);
  const styles = new Set(lines.map(({ bundle }) => bundle.look.style));
  return markup`<svg class="map ${name}" viewBox="0 0 ${width} ${Math.ceil(height)}" role="group" aria-label="Map of the estate">
<defs>${[...styles].map((style) => arrow(style, name))}</defs>
<g aria-hidden="true">${shades.map(shadeDrawn)}${lines.map((line) => lineDrawn(line, name))}</g>
${cards.map((card) => cardDrawn(card, noun))}
<g aria-hidden="true">${lines.map(badgeDrawn)}</g>
</svg>`;
}

function arrow(style: string, name: string): Markup {
  return markup`<marker id="${arrowId(style, name)}" class="${style}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.5L8 4L0 7.5Z"/></marker>`;
}

const arrowId = (style: string, name: string) => `${name}-${style.replaceAll(" ", "-")}`;

function shadeDrawn({ area, x, y, width, height }: Shade): Markup {
  const title = area.isProtected ? `${area.title} · protected` : area.title;
  return markup`<g class="area${area.isProtected ? " protected" : ""}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10"/><text x="${x + 14}" y="${y + 21}">${title}</text></g>`;
}

function lineDrawn({ bundle, path }: Route, name: string): Markup {
  const { from, to, look, count, mechanisms } = bundle;
  const told = `${from} → ${to}: ${counted(count, "channel")} ${look.words} (${mechanisms.join(", ")})`;
  return markup`<path class="line ${look.style}" data-from="${from}" data-to="${to}" d="${path}" marker-end="url(#${arrowId(look.style, name)})"><title>${told}</title></path>`;
}

function badgeDrawn({ bundle, badge }: Route): Markup {
  const { from, to, look } = bundle;
  const { text, width } = badgeOf(bundle);
  return markup`<g class="badge ${look.style}" data-from="${from}" data-to="${to}"><rect x="${badge.x - width / 2}" y="${badge.y - 7}" width="${width}" height="14" rx="7"/><text x="${badge.x}" y="${badge.y + 3.5}">${text}</text></g>`;
}

function cardDrawn(card: Card, noun: Mapped["noun"]): Markup {
  const { party, x, y, width, height, texts } = card;
  const facts = y + INSET + texts.title.length * TITLE_LEADING;
  const cautions = facts + texts.facts.length * FACT_LEADING;
  return markup`<a class="card ${party.kind}" href="#${placeAnchor(party.id)}" data-place="${party.id}">
<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>
${linesOf(texts.title, "title", x + INSET, y + INSET + 12, TITLE_LEADING)}
${linesOf(texts.facts, "fact", x + INSET, facts + 11, FACT_LEADING)}
${linesOf(texts.caution, "caution", x + INSET, cautions + 11, FACT_LEADING)}
${party.segment ? segmentDrawn(party.segment, x + INSET, cautions + texts.caution.length * FACT_LEADING + 5, width - 2 * INSET) : undefined}
${party.count > 0 ? countDrawn(counted(party.count, noun), x + width, y) : undefined}</a>
`;
}

function linesOf(lines: readonly string[], style: string, x: number, y: number, leading: number): readonly Markup[] {
  return lines.map((line, index) => markup`<text class="${style}" x="${x}" y="${y + index * leading}">${line}</text>`);
}

function segmentDrawn(cidr: string, x: number, y: number, width: number): Markup {
  return markup`<g class="segment"><rect x="${x}" y="${y}" width="${width}" height="${SEGMENT_HEIGHT - 3}" rx="3"/><text x="${x + 7}" y="${y + 13}">segment ${cidr}</text></g>`;
}

function countDrawn(text: string, right: number, top: number): Markup {
  const width = 14 + text.length * 5.6;
  return markup`<g class="found"><rect x="${right - width - 8}" y="${top - 7}" width="${width}" height="17" rx="8.5"/><text x="${right - width / 2 - 8}" y="${top + 5.5}">${text}</text></g>`;
}

/** The id of a place's row, of what an id may be made of. */
export function placeAnchor(id: string): string {
  return `place-${id.replace(/[^A-Za-z0-9]+/g, "-")}`;
}
