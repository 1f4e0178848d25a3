import type { Party } from "./party";
import { textWidth, type Weight } from "./text-width";

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
/** As the style sheet has them. */
const FONTS: Readonly<Record<"title" | "facts" | "caution", readonly [size: number, weight: Weight]>> = {
  title: [13.5, "bold"],
  facts: [11, "regular"],
  caution: [11, "bold"],
};

export function cardTexts({ title, facts, cautions, segment }: Party, width: number): CardTexts {
  const room = width - 2 * INSET;
  const lines = (what: keyof typeof FONTS, written: readonly string[]) =>
    written.flatMap((text) => broken(text, (line) => textWidth(line, ...FONTS[what]) <= room));
  const texts = { title: lines("title", [title]), facts: lines("facts", facts), caution: lines("caution", cautions) };
  const small = texts.facts.length + texts.caution.length;
  const height = texts.title.length * TITLE_LEADING + small * FACT_LEADING + (segment ? SEGMENT_HEIGHT + 4 : 0);
  return { ...texts, height: height + 2 * INSET };
}

/** Breaks at spaces, and within a word that is longer than a line. */
function broken(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...partsOf(word, fits));
  }
  return lines;
}

function partsOf(word: string, fits: (line: string) => boolean): readonly string[] {
  const parts: string[] = [];
  for (const character of word) {
    const last = parts.at(-1);
    if (last !== undefined && fits(last + character)) parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}
