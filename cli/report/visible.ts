/** Controls, and what turns the direction of a text round: in a name they could write lines of their own into a report. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The same, with every such character in every text of it written out: what is judged says nothing in its own name. */
export function visible<T>(value: T): T {
  if (typeof value === "string") return value.replace(INVISIBLE, written) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => visible(item)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [visible(key), visible(part)])) as T;
}

/** The same for what has lines of its own. In JSON it writes a character otherwise, and says the same. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

function written(character: string): string {
  return NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
