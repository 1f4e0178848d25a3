import { Kept } from "../kept";
import { hasHole, hole, identity, piecesOf } from "../model/symbolic";

/** One character, one mark of `model/symbolic.ts` whole, or `FRESH`. */
export type Letter = string;

/** A character that nobody named: whatever no literal of any policy or question contains. Private use, like the marks. */
export const FRESH: Letter = "\uE004";

const spelled = new Kept<readonly Letter[]>();

export function lettersOf(text: string): readonly Letter[] {
  return spelled.of(text, () =>
    piecesOf(text).flatMap((piece) =>
      piece.kind === "literal" ? [...piece.text] : [piece.kind === "hole" ? hole(piece.text) : identity(piece.text)],
    ),
  );
}

export function isMark(letter: Letter): boolean {
  return letter.length > 1 && /^[\uE000\uE002]/.test(letter);
}

export function isHole(letter: Letter): boolean {
  return hasHole(letter);
}

/** What a request carries for a policy variable, where it may be anything: one name, the same wherever it stands. */
export function opaqueValue(key: string): Letter {
  return identity(`request/${key}`);
}

/** Ordinary characters that stand in none of some texts, in either case. */
export function freshCharacters(texts: readonly string[]): readonly string[] {
  const taken = new Set([...texts.join("").toLowerCase()]);
  return [..."xzqwvjkyhgbpfumdlcnatrsoei0123456789_~\u00A4\u00B6"].filter((character) => !taken.has(character));
}
