import { findRegion } from "../../../config/geography";

/** A region's code, or a zone's name, as a word of its own: in an ARN, a host name, a list, or alone. */
const CODE = /(?<![\w-])([a-z]{2,5}(?:-[a-z]+)+-\d)(?:[a-z]|-[a-z]{2,5}-\d[a-z])?(?![\w-])/g;
/** The regions that a text names. What it says in a longer word, e.g. in a resource's name, is no place. */
export function regionsNamed(text: string): readonly string[] {
  if (!text.includes("-")) return [];
  return [...text.matchAll(CODE)].map(([, code]) => code!).filter((code) => findRegion(code) !== undefined);
}
