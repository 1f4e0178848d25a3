import type { Party } from "./party";

/** Text of a card, broken into lines that fit its width whatever the reader's system font is. */
export interface CardTexts {
  readonly title: readonly string[];
  readonly facts: readonly string[];
  readonly caution: readonly string[];
  /** The least height that holds them, in pixels. */
  readonly height: number;
}

export const TITLE_LEADING = 16;
export const FACT_LEADING = 14;
export const SEGMENT_HEIGHT = 22;
export const INSET = 10;
/** Widths of an average character in a wide system font, at the sizes of the style sheet. */
const TITLE_CHARACTER = 7.2;
const FACT_CHARACTER = 6.2;

export function cardTexts({ title, facts, cautions, segment }: Party, width: number): CardTexts {
  const room = width - 2 * INSET;
  const lines = (texts: readonly string[], character: number) =>
    texts.flatMap((text) => broken(text, Math.floor(room / character)));
  const texts = {
    title: lines([title], TITLE_CHARACTER),
    facts: lines(facts, FACT_CHARACTER),
    caution: lines(cautions, FACT_CHARACTER),
  };
  const small = texts.facts.length + texts.caution.length;
  const height = texts.title.length * TITLE_LEADING + small * FACT_LEADING + (segment ? SEGMENT_HEIGHT + 4 : 0);
  return { ...texts, height: height + 2 * INSET };
}

/** Breaks at spaces, and within a word that is longer than a line. */
function broken(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((each) => each.match(new RegExp(`.{1,${most}}`, "gu")) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
