import { CONTROLS } from "../../../policies/control-catalogue";
import type { Report } from "../../../policies/report";
import { filterForm } from "./filter-form";
import type { Markup } from "./markup";

/** What narrows the findings and the controls. */
export function filters({ findings, policies, files }: Report): Markup {
  const stacks = new Set([...Object.keys(files), ...findings.map(({ stack }) => stack)].filter(Boolean));
  const judged = new Set(policies.flatMap(({ policy }) => policy.controls));
  const controls = CONTROLS.filter(({ id }) => judged.has(id));
  return filterForm("Findings and controls", "address, policy, text", [
    ["stack", "Site", [...stacks].map((stack) => [stack, stack])],
    ["control", "Control", controls.map(({ id, title }) => [id, `${id} ${title}`])],
    ["severity", "Severity", ["critical", "high", "medium", "low"].map((each) => [each, each])],
    [
      "outcome",
      "Outcome",
      [
        ["fail", "failed"],
        ["undecided", "undecided"],
        ["waived", "waived"],
        ["pass", "passed"],
        ["none", "nothing judged"],
      ],
    ],
  ]);
}
