/** Hours at most. */
const RATES = /^rate\((?<every>\d+) (?<unit>minutes?|hours?|days?)\)$/;
/** Minutes, hours, day of the month, month, day of the week, year. */
const EVERY_DAY = /^cron\([\d*,/-]+ [\d*,/-]+ (\* \* \?|\? \* \*|\* \* \*) \*\)$/;
const HOURS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24 };

/**
 * Whether a schedule comes round every day.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function isDaily(schedule: string): boolean {
  const { every, unit } = RATES.exec(schedule)?.groups ?? {};
  if (every !== undefined && unit !== undefined) return Number(every) * HOURS[unit.replace(/s$/, "")]! <= 24;
  return EVERY_DAY.test(schedule);
}
