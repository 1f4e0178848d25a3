import type { ChangeVerdict } from "../../../../review/entry";

/** What happened, as the page names it, with the class of the page's style. */
export const FIGURES: readonly { readonly verdict: ChangeVerdict; readonly name: string; readonly style: string }[] = [
  { verdict: "weaker", name: "Weaker", style: "fail" },
  { verdict: "leaves", name: "Leaves", style: "fail" },
  { verdict: "opens", name: "Opens", style: "fail" },
  { verdict: "destroys", name: "Destroyed", style: "fail" },
  { verdict: "stronger", name: "Stronger", style: "pass" },
  { verdict: "other", name: "Rest", style: "none" },
];
