import type { Report } from "../../../policies/report";
import { counted, markup, type Markup } from "./markup";

/** The verdict in one line, what was counted, and what a reader must know beside it. */
export function header(report: Report): Markup {
  const { estate, today, summary, notes, findings } = report;
  const figures: readonly (readonly [string, number, string])[] = [
    ["Failed", summary.fail, "fail"],
    ["Undecided", summary.undecided, "undecided"],
    ["Passed", summary.pass, "pass"],
    ["Asks nothing", summary.notApplicable, ""],
    ["Waived", summary.waived, ""],
    ["Policies", summary.policies, ""],
    ["Resources", summary.resources, ""],
    ["Stacks", summary.stacks, ""],
  ];
  return markup`<header class="${findings.length === 0 ? "clean" : "wrong"}">
<p class="eyebrow">Estate ${estate}, judged on ${today}</p>
<h1>${verdictOf(report)}</h1>
<dl class="figures">${figures.map(([name, count, style]) => markup`<div class="${count > 0 ? style : ""}"><dt>${name}</dt><dd>${count}</dd></div>`)}</dl>
${notes.length > 0 ? markup`<ul class="notes" aria-label="Notes">${notes.map((note) => markup`<li>${note}</li>`)}</ul>` : undefined}
</header>`;
}

/** A leak before everything else. */
function verdictOf({ findings, summary }: Report): string {
  const leaks = findings.filter(({ verdict }) => verdict === "leaves").length;
  if (leaks > 0)
    return `Restricted data can leave: ${counted(leaks, "leak")} among ${counted(findings.length, "finding")}`;
  const undecided = findings.filter(({ outcome }) => outcome === "undecided").length;
  const failed = findings.length - undecided;
  if (failed > 0) return `${counted(failed, "requirement does", "requirements do")} not hold`;
  if (undecided > 0) return `${counted(undecided, "requirement")} could not be decided`;
  return `Everything that was asked holds${summary.waived > 0 ? `, ${summary.waived} by waiver` : ""}`;
}
