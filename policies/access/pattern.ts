import type { Answer } from "../answer";
import { Kept } from "../kept";
import { FRESH, isHole, isMark, type Letter, lettersOf } from "./letters";
import { writtenOut } from "./written-out";

/** How far a `*` or `?` reaches over the colons of an ARN; `perhaps` where AWS does not say. */
type Colons = Answer;

export type Element =
  | { readonly is: "letter"; readonly letter: Letter; readonly anyCase: boolean }
  | { readonly is: "one"; readonly colons: Colons }
  | { readonly is: "many"; readonly colons: Colons }
  /** May become anything, wildcards included. */
  | { readonly is: "hole"; readonly mark: Letter }
  | { readonly is: "identity"; readonly mark: Letter };

/** A text of a policy as what it matches. */
export interface Pattern {
  readonly source: string;
  readonly elements: readonly Element[];
}

export interface PatternForm {
  readonly wildcards: boolean;
  readonly anyCase?: boolean;
  /** `parts`: wildcards stay in one of an ARN's six parts. `resource`: as in a `Resource` element. */
  readonly arn?: "parts" | "resource";
}

/** A letter that a policy variable has put there: no wildcard, whatever it is. */
export interface Substituted {
  readonly letters: readonly Letter[];
}

/**
 * @param text what a policy says, or the same with its policy variables already substituted
 */
export function patternOf(text: string | readonly (string | Substituted)[], form: PatternForm): Pattern {
  const parts = typeof text === "string" ? [text] : text;
  const source = parts.map((part) => (typeof part === "string" ? part : part.letters.join(""))).join("");
  const letters = parts.flatMap((part) =>
    typeof part === "string"
      ? lettersOf(part).map((letter) => ({ letter, written: true }))
      : part.letters.map((letter) => ({ letter, written: false })),
  );
  const colons = letters.filter(({ letter }) => letter === ":").length;
  let colon = 0;
  const elements = letters.map(({ letter, written }, at): Element => {
    if (letter === ":") colon += 1;
    if (isMark(letter)) return { is: isHole(letter) ? "hole" : "identity", mark: letter };
    if (form.wildcards && written && (letter === "*" || letter === "?")) {
      const next = letters[at + 1]?.letter;
      return { is: letter === "*" ? "many" : "one", colons: reach(form, colon, colons, letter, next) };
    }
    return { is: "letter", letter: form.anyCase ? letter.toLowerCase() : letter, anyCase: form.anyCase ?? false };
  });
  return { source, elements };
}

const lists = new Kept<readonly Pattern[]>();
const patterns = new Kept<Pattern>();

/** The patterns of some texts: one list for the same texts, so that what is made of it once is found again. */
export function patternList(texts: readonly string[], form: PatternForm): readonly Pattern[] {
  const written = JSON.stringify([form.wildcards, form.anyCase ?? false, form.arn]);
  return lists.of(`${written}${writtenOut(texts)}`, () =>
    texts.map((text) => patterns.of(`${written}${text}`, () => patternOf(text, form))),
  );
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards */
function reach(form: PatternForm, before: number, colons: number, wildcard: Letter, next: Letter | undefined): Colons {
  const LAST_PART = 5;
  if (form.arn === undefined || before >= LAST_PART) return "yes";
  // AWS compares part by part, and does not say what it makes of a text with fewer parts: a lone `*` is in use.
  if (form.arn === "parts") return colons < LAST_PART ? "unknown" : "no";
  return wildcard === "*" && (next === undefined || next === ":") ? "yes" : "unknown";
}

/** Whether an element takes one given character, marks apart. */
export function takes(element: Element, letter: Letter): Answer {
  if (element.is === "letter") {
    return element.letter === (element.anyCase ? letter.toLowerCase() : letter) ? "yes" : "no";
  }
  if (element.is === "one" || element.is === "many") return letter === ":" ? element.colons : "yes";
  if (element.is === "hole") return "unknown";
  return letter === FRESH ? "no" : "unknown";
}
