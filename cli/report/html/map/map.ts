import { counted, markup, type Markup } from "../markup";
import { bundles } from "./bundle";
import { drawing, placeAnchor } from "./drawing";
import { narrowLayout, wideLayout } from "./layout";
import type { DrawnChannel, Look, Mapped } from "./mapped";
import { parties, type Party } from "./party";

/** Natural widths of the two drawings, in pixels: the page shows the one that fits. */
const WIDE = 1184;
const NARROW = 358;

/** Places and the channels between them: drawn for a wide page and for a narrow one, and written in two tables. */
export function map(title: string, mapped: Mapped): Markup {
  const { channels, looks, noun } = mapped;
  const everyone = parties(mapped);
  if (everyone.length === 0) return markup``;
  const bundled = bundles(channels, looks);
  return markup`<section id="map" aria-labelledby="map-title">
<h2 id="map-title">${title}</h2>
${drawing(wideLayout(everyone, bundled, WIDE), "wide", noun)}
${drawing(narrowLayout(everyone, bundled, NARROW), "narrow", noun)}
${legend(mapped)}
<details><summary>The map as tables: ${counted(everyone.length, "place")}, ${counted(countOf(channels), "channel")}</summary>
${placesTable(everyone, noun)}
${channels.length > 0 ? channelsTable(mapped, everyone) : undefined}
</details>
</section>`;
}

const countOf = (channels: readonly DrawnChannel[]) => channels.reduce((sum, { count }) => sum + count, 0);

function legend({ channels, looks }: Mapped): Markup {
  if (channels.length === 0) return markup`<p class="legend">No channel between places is part of this report.</p>`;
  const items = looks.map((look) => legendItem(look, countOf(channels.filter((each) => each.look === look))));
  return markup`<ul class="legend" aria-label="Channels by verdict">${items}</ul>`;
}

function legendItem({ style, sign, words, meaning }: Look, count: number): Markup {
  return markup`<li class="${style}${count === 0 ? " none" : ""}"><svg viewBox="0 0 28 8" aria-hidden="true"><path class="line ${style}" d="M0 4H28"/></svg><b>${sign} ${count} ${words}</b> <span>${meaning}</span></li>`;
}

function placesTable(everyone: readonly Party[], noun: Mapped["noun"]): Markup {
  const rows = everyone.map(
    ({ id, title, facts, cautions, segment, area, count }) => markup`<tr id="${placeAnchor(id)}">
<th scope="row">${title}</th><td>${area.title}${area.isProtected ? ", protected" : ""}</td><td>${[...facts, ...(cautions.length > 0 ? [cautions.join(" ")] : [])].join("; ")}</td><td>${segment ?? "none"}</td><td class="number">${count}</td></tr>`,
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Places"><table><caption>Places</caption>
<thead><tr><th scope="col">Place</th><th scope="col">Jurisdiction</th><th scope="col">What it is</th><th scope="col">Segment</th><th scope="col" class="number">${noun === "finding" ? "Findings" : "Changes"}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function channelsTable({ channels, looks }: Mapped, everyone: readonly Party[]): Markup {
  const titles = new Map(everyone.map(({ id, title }) => [id, title]));
  const sorted = [...channels].sort((one, other) => looks.indexOf(one.look) - looks.indexOf(other.look));
  const rows = sorted.map(
    ({ from, to, mechanism, moves, dataClass, look, count }) => markup`<tr>
<td><span class="verdict ${look.style}">${look.sign} ${look.words}</span></td><td>${titles.get(from)}</td><td>${titles.get(to)}</td><td>${mechanism}</td><td>${moves ?? "not said"}</td><td>${dataClass ?? "not said"}</td><td class="number">${count}</td></tr>`,
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Channels"><table><caption>Channels</caption>
<thead><tr><th scope="col">Verdict</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Mechanism</th><th scope="col">Moves</th><th scope="col">Data</th><th scope="col" class="number">Count</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
