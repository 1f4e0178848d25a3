import { visibleLines } from "./report/visible";

/** Says lines on standard output, to a person or as JSON: what they quote of what was read, no terminal obeys. */
export function say(lines: string): void {
  console.log(visibleLines(lines));
}

/** The same on standard error, where it disturbs no output. */
export function note(lines: string): void {
  console.error(visibleLines(lines));
}
