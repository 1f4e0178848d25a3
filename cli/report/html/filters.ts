import { CONTROLS } from "../../../policies/control-catalogue";
import type { Report } from "../../../policies/report";
import { markup, type Markup } from "./markup";

/**
 * What narrows the findings and the controls. Hidden until the script is there to act on it.
 *
 * The names of its fields are the parameters of a deep link: `#?stack=dublin&severity=critical`.
 */
export function filters({ findings, policies, files }: Report): Markup {
  const stacks = new Set([...Object.keys(files), ...findings.map(({ stack }) => stack)].filter(Boolean));
  const judged = new Set(policies.flatMap(({ policy }) => policy.controls));
  const controls = CONTROLS.filter(({ id }) => judged.has(id));
  return markup`<form id="filters" role="search" aria-label="Findings and controls" hidden>
<label class="wide">Search <input type="search" name="q" autocomplete="off" spellcheck="false" placeholder="address, policy, text"></label>
${select(
  "stack",
  "Site",
  [...stacks].map((stack) => [stack, stack]),
)}
${select(
  "control",
  "Control",
  controls.map(({ id, title }) => [id, `${id} ${title}`]),
)}
${select(
  "severity",
  "Severity",
  ["critical", "high", "medium", "low"].map((each) => [each, each]),
)}
${select("outcome", "Outcome", [
  ["fail", "failed"],
  ["undecided", "undecided"],
  ["pass", "passed"],
  ["none", "nothing judged"],
])}
<button type="button">Clear</button>
<output role="status"></output>
</form>`;
}

function select(name: string, label: string, options: readonly (readonly [string, string])[]): Markup {
  const choices = options.map(([value, text]) => markup`<option value="${value}">${text}</option>`);
  return markup`<label>${label} <select name="${name}"><option value="">all</option>${choices}</select></label>`;
}
