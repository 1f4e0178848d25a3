import type { Report } from "../../../policies/report";
import { banner, type Banner } from "./banner";
import { counted, type Markup } from "./markup";

/** The verdict in one line, what was counted, and what a reader must know beside it. */
export function header(report: Report): Markup {
  const { estate, today, summary, notes, findings } = report;
  const figures: Banner["figures"] = [
    ["Failed", summary.fail, "fail"],
    ["Undecided", summary.undecided, "undecided"],
    ["Passed", summary.pass, "pass"],
    ["Asks nothing", summary.notApplicable, ""],
    ["Waived", summary.waived, ""],
    ["Policies", summary.policies, ""],
    ["Resources", summary.resources, ""],
    ["Stacks", summary.stacks, ""],
  ];
  return banner({
    eyebrow: `Estate ${estate}, judged on ${today}`,
    verdict: verdictOf(report),
    isClean: findings.length === 0,
    figures,
    notes,
  });
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
