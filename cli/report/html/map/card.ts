import type { CardTexts } from "./card-texts";
import type { Party } from "./party";

/** A party's card at its place on the map, in pixels of the drawing. */
export interface Card {
  readonly party: Party;
  readonly texts: CardTexts;
  /** Counted from the left. */
  readonly lane: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
