import { automatonOf } from "./automaton";
import { FRESH, type Letter } from "./letters";
import { once } from "../once";
import type { Pattern } from "./pattern";
import type { TextDemand } from "./text-demand";

export interface Likely {
  /** A text that meets every demand; undefined when none of those that were tried does. */
  readonly text: readonly Letter[] | undefined;
  /** Whether no text but those that were tried could meet them, so that there is nothing to search for. */
  readonly settled: boolean;
}

/**
 * Tries the few texts that mostly settle the matter: what the wanted patterns say literally, their wildcards filled with
 * nothing or with what nobody named, and a text that nobody named.
 *
 * Where a wanted demand lists plain texts, no other text can meet it, but for one that holds a mark and may become one of
 * them. Marks come into a text from patterns alone.
 */
export function likelyText(demands: readonly TextDemand[]): Likely {
  const marked = demands.some(({ patterns }) => patterns.some(hasMark));
  const closed = demands.find(
    ({ patterns, wanted, reading }) => wanted && (reading === "certain" || !marked) && patterns.every(isPlain),
  );
  const tried = closed ? closed.patterns.map(plainText) : guesses(demands);
  const text = tried.find((candidate) => demands.every((demand) => isMet(demand, candidate)));
  return { text, settled: closed !== undefined };
}

function isMet({ patterns, wanted, reading }: TextDemand, text: readonly Letter[]): boolean {
  return automatonOf(patterns, reading).takes(text) === wanted;
}

function hasMark({ elements }: Pattern): boolean {
  return elements.some(({ is }) => is === "hole" || is === "identity");
}

/** One text in one spelling, without wildcards or marks. */
function isPlain({ elements }: Pattern): boolean {
  return elements.every((element) => element.is === "letter" && !element.anyCase);
}

const plainText = once(({ elements }: Pattern): readonly Letter[] =>
  elements.flatMap((element) => (element.is === "letter" ? [element.letter] : [])),
);

function guesses(demands: readonly TextDemand[]): readonly (readonly Letter[])[] {
  const wanted = demands.filter((demand) => demand.wanted).flatMap(({ patterns }) => patterns);
  const literal = wanted.filter((pattern) => !hasMark(pattern));
  return [[FRESH], ...literal.flatMap(fillings)];
}

const fillings = once((pattern: Pattern) => [filled(pattern, [FRESH]), filled(pattern, [])]);

function filled({ elements }: Pattern, many: readonly Letter[]): readonly Letter[] {
  return elements.flatMap((element) => {
    if (element.is === "letter") return [element.letter];
    return element.is === "many" ? many : [FRESH];
  });
}
