import type { Report, ReportedChannel } from "../../../../policies/report";
import { counted, markup, type Markup } from "../markup";
import { bundles, VERDICTS, type ChannelVerdict } from "./bundle";
import { drawing, placeAnchor } from "./drawing";
import { narrowLayout, wideLayout } from "./layout";
import { parties, type Party } from "./party";

/** Natural widths of the two drawings, in pixels: the page shows the one that fits. */
const WIDE = 1184;
const NARROW = 358;

/** Where data is and where it can go: drawn for a wide page and for a narrow one, and written in two tables. */
export function map(report: Report): Markup {
  const everyone = parties(report);
  if (everyone.length === 0) return markup``;
  const bundled = bundles(report.channels);
  const total = report.channels.reduce((sum, { count }) => sum + count, 0);
  return markup`<section id="map" aria-labelledby="map-title">
<h2 id="map-title">Where data is, and where it can go</h2>
${drawing(wideLayout(everyone, bundled, WIDE), "wide")}
${drawing(narrowLayout(everyone, bundled, NARROW), "narrow")}
${legend(report.channels)}
<details><summary>The map as tables: ${counted(everyone.length, "place")}, ${counted(total, "channel")}</summary>
${placesTable(everyone)}
${report.channels.length > 0 ? channelsTable(report.channels, everyone) : undefined}
</details>
</section>`;
}

function legend(channels: readonly ReportedChannel[]): Markup {
  if (channels.length === 0) return markup`<p class="legend">No channel between places is part of this report.</p>`;
  const verdicts = Object.entries(VERDICTS).map(([verdict, { sign, meaning }]) => {
    const count = channels.filter((each) => each.verdict === verdict).reduce((sum, each) => sum + each.count, 0);
    return markup`<li class="${verdict}${count === 0 ? " none" : ""}"><svg viewBox="0 0 28 8" aria-hidden="true"><path class="line ${verdict}" d="M0 4H28"/></svg><b>${sign} ${count} ${verdict}</b> <span>${meaning}</span></li>`;
  });
  return markup`<ul class="legend" aria-label="Channels by verdict">${verdicts}</ul>`;
}

function placesTable(everyone: readonly Party[]): Markup {
  const rows = everyone.map(
    ({ id, title, facts, caution, segment, area, findings }) => markup`<tr id="${placeAnchor(id)}">
<th scope="row">${title}</th><td>${area.title}${area.isProtected ? ", protected" : ""}</td><td>${[...facts, ...(caution ? [caution.join(" ")] : [])].join("; ")}</td><td>${segment ?? "none"}</td><td class="number">${findings}</td></tr>`,
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Places"><table><caption>Places</caption>
<thead><tr><th scope="col">Place</th><th scope="col">Jurisdiction</th><th scope="col">What it is</th><th scope="col">Segment</th><th scope="col" class="number">Findings</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function channelsTable(channels: readonly ReportedChannel[], everyone: readonly Party[]): Markup {
  const titles = new Map(everyone.map(({ id, title }) => [id, title]));
  const gravity = Object.keys(VERDICTS) as readonly ChannelVerdict[];
  const sorted = [...channels].sort((one, other) => gravity.indexOf(one.verdict) - gravity.indexOf(other.verdict));
  const rows = sorted.map(
    ({ from, to, mechanism, moves, dataClass, verdict, count }) => markup`<tr>
<td><span class="verdict ${verdict}">${VERDICTS[verdict].sign} ${verdict}</span></td><td>${titles.get(from)}</td><td>${titles.get(to)}</td><td>${mechanism}</td><td>${moves ?? "not said"}</td><td>${dataClass ?? "not said"}</td><td class="number">${count}</td></tr>`,
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Channels"><table><caption>Channels</caption>
<thead><tr><th scope="col">Verdict</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Mechanism</th><th scope="col">Moves</th><th scope="col">Data</th><th scope="col" class="number">Count</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
