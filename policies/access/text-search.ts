import { FRESH, type Letter } from "./letters";
import { likelyText } from "./likely-text";
import { advance, isComplete, type Places, startOf } from "./matching";
import type { TextDemand } from "./text-demand";
import type { Budget } from "./budget";

interface Step {
  readonly places: readonly (readonly Places[])[];
  readonly letter?: Letter;
  readonly before?: Step;
}

/**
 * A text that meets every demand. Exact: texts are told apart only by where they leave the patterns, so each
 * such state is visited once, over the letters that the patterns name and one that none does.
 *
 * @returns undefined when there is none, or when the budget ends, which the budget remembers
 */
export function findText(demands: readonly TextDemand[], budget: Budget): readonly Letter[] | undefined {
  const { text, settled } = likelyText(demands);
  return text !== undefined || settled ? text : searched(demands, budget);
}

function searched(demands: readonly TextDemand[], budget: Budget): readonly Letter[] | undefined {
  const first = demands.map(({ patterns, reading }) => patterns.map((pattern) => startOf(pattern, reading)));
  const seen = new Set<string>([JSON.stringify(first)]);
  let steps: readonly Step[] = [{ places: first }];
  while (steps.length > 0) {
    const next: Step[] = [];
    for (const step of steps) {
      if (isAnswer(demands, step)) return spelled(step);
      if (!budget.spend()) return undefined;
      for (const letter of lettersFrom(demands, step)) {
        const places = follow(demands, step, letter);
        const key = places && JSON.stringify(places);
        if (places === undefined || key === undefined || seen.has(key)) continue;
        seen.add(key);
        next.push({ places, letter, before: step });
      }
    }
    steps = next;
  }
  return undefined;
}

function isAnswer(demands: readonly TextDemand[], step: Step): boolean {
  return demands.every(
    ({ patterns, wanted }, at) => patterns.some((pattern, of) => isComplete(pattern, step.places[at]![of]!)) === wanted,
  );
}

/**
 * Only a letter that some pattern waits for differs from any other. A hole stands in a text only where it makes a match
 * certain: of what is possible, the text that it becomes says as much.
 */
function lettersFrom(demands: readonly TextDemand[], step: Step): ReadonlySet<Letter> {
  const letters = new Set<Letter>([FRESH]);
  const surely = demands.every(({ wanted, reading }) => (reading === "certain") === wanted);
  demands.forEach(({ patterns }, at) =>
    patterns.forEach((pattern, of) => {
      for (const place of step.places[at]![of]!) {
        const element = pattern.elements[place >> 1];
        if (element?.is === "letter") {
          letters.add(element.letter);
          if (element.anyCase) letters.add(element.letter.toUpperCase());
        } else if (element?.is === "identity" || (element?.is === "hole" && surely)) letters.add(element.mark);
        else if ((element?.is === "one" || element?.is === "many") && element.colons !== "yes") letters.add(":");
      }
    }),
  );
  return letters;
}

function follow(demands: readonly TextDemand[], step: Step, letter: Letter): Step["places"] | undefined {
  const places: (readonly Places[])[] = [];
  for (const [at, { patterns, wanted, reading }] of demands.entries()) {
    const next = patterns.map((pattern, of) => advance(pattern, step.places[at]![of]!, letter, reading));
    if (wanted && next.every((each) => each.length === 0)) return undefined;
    places.push(next);
  }
  return places;
}

function spelled(step: Step): readonly Letter[] {
  const letters: Letter[] = [];
  for (let at: Step | undefined = step; at?.letter !== undefined; at = at.before) letters.unshift(at.letter);
  return letters;
}
