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
  const words = text.split(/\s+/).flatMap((word) => filled([...word], "", fits));
  return filled(words, " ", fits);
}

/** As few lines as some parts fill, one after the other. */
function filled(parts: readonly string[], between: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + between + part)) lines[lines.length - 1] = last + between + part;
    else lines.push(part);
  }
  return lines;
}
