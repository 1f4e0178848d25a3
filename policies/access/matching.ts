import type { Answer } from "../answer";
import { isHole, isMark, type Letter } from "./letters";
import { type Pattern, takes } from "./pattern";

/**
 * How doubt is read.
 *
 * - `certain`: a match that holds whatever stands in the marks of pattern and text;
 * - `possible`: a match that some content of the marks makes;
 * - `chosen`: as `possible`, of a text that may be chosen freely. A text that equals what an identity will be is
 *   then written with that identity's mark, so that a literal never equals it. That rests on what AWS assigns being
 *   no part of another name.
 */
export type Reading = "certain" | "possible" | "chosen";

/** Places in a pattern: `2n` before its nth element, `2n + 1` within an identity that more must follow. */
export type Places = readonly number[];

export function startOf(pattern: Pattern, reading: Reading): Places {
  const places = new Set<number>();
  reachPlace(pattern, 0, reading, places);
  return [...places];
}

export function isComplete(pattern: Pattern, places: Places): boolean {
  return places.includes(2 * pattern.elements.length);
}

/** Where a pattern can be after one more letter. */
export function advance(pattern: Pattern, places: Places, letter: Letter, reading: Reading): Places {
  const next = new Set<number>();
  for (const place of places) {
    if (reading === "certain") advanceSurely(pattern, place, letter, next);
    else if (!isMark(letter)) advanceOver(pattern, place, letter, reading, next);
    else if (isHole(letter)) reachAll(pattern, place >> 1, next);
    else advanceOverIdentity(pattern, place, letter, reading, next);
    if (isMark(letter) && isHole(letter) && place % 2 === 1) next.add(place);
  }
  return [...next];
}

/**
 * Whether a text matches a pattern.
 *
 * @param doubt how what is not certain is read
 */
export function matches(
  pattern: Pattern,
  letters: readonly Letter[],
  doubt: Exclude<Reading, "certain"> = "possible",
): Answer {
  if (leads(pattern, letters, "certain")) return "yes";
  return leads(pattern, letters, doubt) ? "unknown" : "no";
}

/** Whether a text leads from the start of a pattern to its end, read in one way. */
export function leads(pattern: Pattern, letters: readonly Letter[], reading: Reading): boolean {
  let places = startOf(pattern, reading);
  for (const letter of letters) {
    if (places.length === 0) return false;
    places = advance(pattern, places, letter, reading);
  }
  return isComplete(pattern, places);
}

function reachPlace(pattern: Pattern, at: number, reading: Reading, into: Set<number>): void {
  into.add(2 * at);
  const element = pattern.elements[at];
  if (element?.is === "many" || (element?.is === "hole" && reading !== "certain")) {
    reachPlace(pattern, at + 1, reading, into);
  }
}

function reachAll(pattern: Pattern, from: number, into: Set<number>): void {
  for (let at = from; at <= pattern.elements.length; at += 1) into.add(2 * at);
}

function advanceSurely(pattern: Pattern, place: number, letter: Letter, into: Set<number>): void {
  const at = place >> 1;
  const element = pattern.elements[at];
  if (element === undefined) return;
  if (element.is === "hole" || element.is === "identity") {
    if (element.mark === letter) reachPlace(pattern, at + 1, "certain", into);
  } else if (isMark(letter)) {
    if (element.is === "many" && element.colons === "yes") reachPlace(pattern, at, "certain", into);
  } else if (takes(element, letter) === "yes") {
    reachPlace(pattern, element.is === "many" ? at : at + 1, "certain", into);
  }
}

function advanceOver(pattern: Pattern, place: number, letter: Letter, reading: Reading, into: Set<number>): void {
  const at = place >> 1;
  const element = pattern.elements[at];
  if (element === undefined || takes(element, letter) === "no") return;
  if (element.is === "identity") {
    if (reading === "chosen") return;
    into.add(2 * at + 1);
    reachPlace(pattern, at + 1, reading, into);
  } else reachPlace(pattern, element.is === "many" || element.is === "hole" ? at : at + 1, reading, into);
}

/** What AWS will assign is some text that is not empty, and that is no other assigned text. */
function advanceOverIdentity(pattern: Pattern, place: number, mark: Letter, reading: Reading, into: Set<number>): void {
  const at = place >> 1;
  const element = pattern.elements[at];
  if (element === undefined) return;
  if (place % 2 === 1) {
    into.add(place);
    reachAll(pattern, at + 1, into);
  } else if (element.is === "identity") {
    if (element.mark === mark) reachPlace(pattern, at + 1, reading, into);
    else if (reading === "possible") {
      into.add(2 * at + 1);
      const follower = pattern.elements[at + 1]?.is;
      reachAll(pattern, follower === "many" || follower === "hole" ? at + 1 : at + 2, into);
    }
  } else reachAll(pattern, element.is === "many" || element.is === "hole" ? at : at + 1, into);
}
