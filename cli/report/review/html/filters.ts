import { CONTROL_AREAS } from "../../../../policies/control-catalogue";
import type { Review } from "../../../../review/review";
import { filterForm } from "../../html/filter-form";
import type { Markup } from "../../html/markup";
import { FIGURES } from "./words";

/** What narrows the changes: what happened, where, and which area of the controls it touches. */
export function filters({ base, head, entries }: Review): Markup {
  const found = entries.flatMap(({ at }) => at.map(({ stack }) => stack));
  const stacks = new Set([...base.stacks, ...head.stacks, ...found].filter(Boolean));
  return filterForm("Changes", "address, policy, approver, text", [
    ["change", "What happens", FIGURES.map(({ verdict, name }) => [verdict, name.toLowerCase()])],
    ["stack", "Site", [...stacks].map((stack) => [stack, stack])],
    ["area", "Area", Object.entries(CONTROL_AREAS).map(([letter, title]) => [letter, `${letter} ${title}`])],
  ]);
}
