import { markup, type Markup } from "./markup";

/** A field of the filters: its name, its label, and what can be chosen. */
export type Choice = readonly [
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
];

/**
 * What narrows the lists of a page. Hidden until the script is there to act on it.
 *
 * The names of its fields are the parameters of a deep link: `#?stack=dublin&severity=critical`.
 */
export function filterForm(label: string, hint: string, choices: readonly Choice[]): Markup {
  return markup`<form id="filters" role="search" aria-label="${label}" hidden>
<label class="wide">Search <input type="search" name="q" autocomplete="off" spellcheck="false" placeholder="${hint}"></label>
${choices.map(select)}
<button type="button">Clear</button>
<output role="status"></output>
</form>`;
}

function select([name, label, options]: Choice): Markup {
  const choices = options.map(([value, text]) => markup`<option value="${value}">${text}</option>`);
  return markup`<label>${label} <select name="${name}"><option value="">all</option>${choices}</select></label>`;
}
