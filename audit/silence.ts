import type { Period } from "./chain";

/**
 * The times of a period in which nothing was delivered for longer than may be; all of it when nothing was at all.
 *
 * @param deliveredAt in any order
 * @param longestMinutes longer than this is silence
 */
export function silences(deliveredAt: readonly Date[], period: Period, longestMinutes: number): readonly Period[] {
  const within = deliveredAt.filter((at) => at >= period.from && at <= period.to);
  if (within.length === 0) return [period];
  const times = [period.from, ...within.toSorted((a, b) => a.getTime() - b.getTime()), period.to];
  return times.slice(1).flatMap((to, index) => {
    const from = times[index]!;
    return to.getTime() - from.getTime() > longestMinutes * 60_000 ? [{ from, to }] : [];
  });
}
