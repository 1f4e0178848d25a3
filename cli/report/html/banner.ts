import { markup, type Markup } from "./markup";

/** What a page says first. */
export interface Banner {
  readonly eyebrow: string;
  /** The verdict in one line. */
  readonly verdict: string;
  readonly isClean: boolean;
  /** What was counted, and the class of the page's style for what is not none. */
  readonly figures: readonly (readonly [name: string, count: number, style: string])[];
  /** What a reader must know beside it. */
  readonly notes: readonly string[];
}

export function banner({ eyebrow, verdict, isClean, figures, notes }: Banner): Markup {
  return markup`<header class="${isClean ? "clean" : "wrong"}">
<p class="eyebrow">${eyebrow}</p>
<h1>${verdict}</h1>
<dl class="figures">${figures.map(([name, count, style]) => markup`<div class="${count > 0 ? style : ""}"><dt>${name}</dt><dd>${count}</dd></div>`)}</dl>
${notes.length > 0 ? markup`<ul class="notes" aria-label="Notes">${notes.map((note) => markup`<li>${note}</li>`)}</ul>` : undefined}
</header>`;
}
