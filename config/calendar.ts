export const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether a text is an ISO date that the calendar has: `2027-02-29` is none. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** Whole days from one ISO date to another; negative when it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Whether the last day of something lies before today. ISO dates compare as text. */
export function hasPassed(lastDay: string, today: string): boolean {
  return lastDay < today;
}

/** The day after an ISO date. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
