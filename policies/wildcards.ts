import { Kept } from "./kept";

/**
 * Whether a text meets a pattern in which `*` stands for any text and `?` for one character. A pattern meets another one
 * where whatever meets it meets the other too.
 */
export function meetsWildcards(text: string, pattern: string): boolean {
  return readers.of(pattern, () => readerOf(pattern)).test(text);
}

export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

const readers = new Kept<RegExp>();

function readerOf(pattern: string): RegExp {
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, (character) => {
    return { "*": "[^]*", "?": "[^*]" }[character] ?? `\\${character}`;
  });
  return new RegExp(`^${source}$`);
}
