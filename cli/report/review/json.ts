import type { Review } from "../../../review/review";

/** The review for programs: every entry, also of what weakens nothing. */
export function json({ base, head, today, counts, isGrave, entries }: Review): string {
  return `${JSON.stringify({ summary: { today, weakens: isGrave, counts }, entries, base, head }, null, 2)}\n`;
}
