import type { Answer } from "../../../policies/answer";
import { Budget } from "../../../policies/access/budget";
import { patternList, type PatternForm } from "../../../policies/access/pattern";
import type { TextDemand } from "../../../policies/access/text-demand";
import { findText } from "../../../policies/access/text-search";

/** Patterns of a policy's actions or resources are compared within this many steps. */
const STEPS = 20_000;

/** Is there a text that both patterns match? */
export function intersects(one: string, other: string, form: PatternForm = { wildcards: true }): Answer {
  return exists((certain) => [demand([one], true, form, certain), demand([other], true, form, certain)]);
}

/** Does every text that a pattern matches match one of some others? */
export function containedIn(
  pattern: string,
  others: readonly string[],
  form: PatternForm = { wildcards: true },
): Answer {
  const outside = exists((certain) => [demand([pattern], true, form, certain), demand(others, false, form, certain)]);
  return outside === "yes" ? "no" : outside === "no" ? "yes" : "unknown";
}

function exists(demands: (certain: boolean) => readonly TextDemand[]): Answer {
  const budget = new Budget(STEPS);
  if (findText(demands(true), budget) !== undefined) return "yes";
  return findText(demands(false), budget) !== undefined || budget.exhausted ? "unknown" : "no";
}

function demand(texts: readonly string[], wanted: boolean, form: PatternForm, certain: boolean): TextDemand {
  const patterns = patternList(texts, form);
  if (certain) return { patterns, wanted, reading: wanted ? "certain" : "possible" };
  return { patterns, wanted, reading: wanted ? "chosen" : "certain" };
}
