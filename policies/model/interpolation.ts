/** Deeper than anybody writes; past it nothing is read, so that no input exhausts the stack. */
const DEEPEST = 100;

/**
 * Where the brace stands that closes an interpolation, past every quoted text and every brace in it; the text's end
 * when none does.
 *
 * @param begins just after `${` or `%{`
 */
export function endOfInterpolation(text: string, begins: number, nesting = 0): number {
  if (nesting > DEEPEST) return text.length;
  let depth = 1;
  for (let at = begins; at < text.length; at++) {
    if (text[at] === '"') {
      at = endOfQuoted(text, at, nesting);
    } else if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length;
}

function endOfQuoted(text: string, opens: number, nesting: number): number {
  for (let at = opens + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text.startsWith("${", at)) at = endOfInterpolation(text, at + 2, nesting + 1);
    else if (text[at] === '"') return at;
  }
  return text.length;
}
