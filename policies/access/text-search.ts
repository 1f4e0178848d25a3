import { automatonOf, type Standing } from "./automaton";
import type { Budget } from "./budget";
import { FRESH, type Letter } from "./letters";
import { likelyText } from "./likely-text";
import type { TextDemand } from "./text-demand";

/** A text so far: where it has led each demand's patterns. */
interface Step {
  readonly standings: readonly Standing[];
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
  const first = demands.map(({ patterns, reading }) => automatonOf(patterns, reading).start);
  // A hole stands in a text only where it makes a match certain: of what is possible, the text that it becomes says as much.
  const holesToo = demands.every(({ wanted, reading }) => (reading === "certain") === wanted);
  const seen = new Set<string>([keyOf(first)]);
  let steps: readonly Step[] = [{ standings: first }];
  while (steps.length > 0) {
    const next: Step[] = [];
    for (const step of steps) {
      if (isAnswer(demands, step)) return spelled(step);
      if (!budget.spend()) return undefined;
      for (const letter of lettersFrom(step, holesToo)) {
        const standings = follow(demands, step, letter);
        const key = standings && keyOf(standings);
        if (standings === undefined || key === undefined || seen.has(key)) continue;
        seen.add(key);
        next.push({ standings, letter, before: step });
      }
    }
    steps = next;
  }
  return undefined;
}

function keyOf(standings: readonly Standing[]): string {
  let key = "";
  for (const { id } of standings) key += `${id} `;
  return key;
}

function isAnswer(demands: readonly TextDemand[], { standings }: Step): boolean {
  return demands.every(({ wanted }, at) => standings[at]!.isMatch === wanted);
}

/** Only a letter that some pattern waits for differs from any other. */
function lettersFrom({ standings }: Step, holesToo: boolean): ReadonlySet<Letter> {
  const letters = new Set<Letter>([FRESH]);
  for (const standing of standings) for (const letter of standing.lettersAwaited(holesToo)) letters.add(letter);
  return letters;
}

function follow(demands: readonly TextDemand[], step: Step, letter: Letter): Step["standings"] | undefined {
  const standings: Standing[] = [];
  for (const [at, { wanted }] of demands.entries()) {
    const next = step.standings[at]!.after(letter);
    if (wanted && next.isLost) return undefined;
    standings.push(next);
  }
  return standings;
}

function spelled(step: Step): readonly Letter[] {
  const letters: Letter[] = [];
  for (let at: Step | undefined = step; at?.letter !== undefined; at = at.before) letters.unshift(at.letter);
  return letters;
}
