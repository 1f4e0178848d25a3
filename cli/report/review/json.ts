import type { Review } from "../../../review/review";

/** What the document is: another version of it has another name. */
export const REVIEW_FORMAT = "clover-review-1";

/** The review for programs: every entry, also of what weakens nothing. */
export function json({ base, head, today, counts, isGrave, entries }: Review): string {
  const summary = { today, weakens: isGrave, counts };
  const document = { format: REVIEW_FORMAT, summary, entries, base, head };
  return `${JSON.stringify(document, null, 2)}\n`;
}
