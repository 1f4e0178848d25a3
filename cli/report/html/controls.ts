import { CONTROL_AREAS, CONTROLS, type Control } from "../../../policies/control-catalogue";
import type { JudgedPolicy, Report } from "../../../policies/report";
import type { Found } from "./found";
import { markup, type Markup } from "./markup";

const COUNTED = ["pass", "fail", "undecided", "waived", "notApplicable"] as const;
const STATES = {
  fail: "failed",
  undecided: "undecided",
  waived: "waived",
  pass: "holds",
  none: "nothing judged",
} as const;
type State = keyof typeof STATES;

/** Every control, whether or not a policy judges it, with what its policies counted. */
export function controls(report: Report, found: readonly Found[]): Markup {
  return markup`<section id="controls" data-items="controls" aria-labelledby="controls-title">
<h2 id="controls-title">Controls <span class="count">${CONTROLS.length}</span></h2>
<div class="scroll" tabindex="0" role="region" aria-label="Controls"><table class="controls">
<thead><tr><th scope="col">Control</th><th scope="col">What must hold</th><th scope="col">Outcome</th><th scope="col" class="number">Passed</th><th scope="col" class="number">Failed</th><th scope="col" class="number">Undecided</th><th scope="col" class="number">Waived</th><th scope="col" class="number">Asks nothing</th></tr></thead>
${Object.entries(CONTROL_AREAS).map(([letter, title]) => area(letter, title, report, found))}
</table></div>
<p class="nothing" hidden>No control is of that kind.</p>
</section>`;
}

function area(letter: string, title: string, report: Report, found: readonly Found[]): Markup {
  const own = CONTROLS.filter(({ id }) => id.startsWith(letter));
  return markup`<tbody class="group"><tr class="area"><th scope="rowgroup" colspan="8">${letter} · ${title}</th></tr>
${own.map((control) => row(control, report, found))}</tbody>
`;
}

function row({ id, title }: Control, { policies }: Report, found: readonly Found[]): Markup {
  const own = policies.filter(({ policy }) => policy.controls.includes(id));
  const ids = new Set(own.map(({ policy }) => policy.id));
  const here = found.filter(({ finding }) => ids.has(finding.policy));
  const totals = COUNTED.map((outcome) => own.reduce((sum, { counts }) => sum + counts[outcome], 0));
  const state = stateOf(totals);
  const severities = [...new Set(own.map(({ policy }) => policy.severity))];
  const stacks = [...new Set(here.flatMap((each) => each.stacks))];
  return markup`<tr id="control-${id}" class="control" data-control="${id}" data-outcome="${state}" data-severity="${severities.join(" ")}" data-stack="${stacks.join(" ")}">
<th scope="row">${id}</th><td>${own.length === 0 ? title : drillDown(title, own, here)}</td>
<td><span class="outcome ${state}">${STATES[state]}</span></td>
${totals.map((total) => markup`<td class="number${total === 0 ? " zero" : ""}">${total}</td>`)}</tr>
`;
}

function drillDown(title: string, own: readonly JudgedPolicy[], here: readonly Found[]): Markup {
  const items = own.map(({ policy, counts }) => {
    const links = here.filter(({ finding }) => finding.policy === policy.id).map(link);
    return markup`<li><b>${policy.id}</b> ${policy.title} <span class="counts">${policy.severity} · ${counts.pass} passed, ${counts.fail} failed, ${counts.undecided} undecided${counts.waived > 0 ? `, ${counts.waived} waived` : ""}</span>${links.length > 0 ? markup`<ul class="links">${links}</ul>` : undefined}</li>`;
  });
  return markup`<details><summary>${title}</summary><ul>${items}</ul></details>`;
}

function link({ id, finding, stacks }: Found): Markup {
  return markup`<li><a href="#${id}">${stacks.filter(Boolean).join(", ") || "every stack"}: ${finding.address}</a></li>`;
}

/** Nothing looked at is no pass, and neither is what a waiver excuses. */
function stateOf([pass = 0, fail = 0, undecided = 0, waived = 0]: readonly number[]): State {
  const counted = { fail, undecided, waived, pass };
  return (["fail", "undecided", "waived", "pass"] as const).find((state) => counted[state] > 0) ?? "none";
}
