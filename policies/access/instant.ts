const DAY = 24 * 60 * 60;
const DATE =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:Z|([+-])(\d{2}):?(\d{2})))?)?$|^(\d{4})$/;

/**
 * Seconds since 1970 of a W3C profile of an ISO 8601 date, or of what is written in such seconds.
 *
 * @returns undefined for what is no date
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function instant(text: string): number | undefined {
  if (/^\d{5,}(\.\d+)?$/.test(text)) return Number(text);
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year, month = "1", day = "1", hour = "0", minute = "0", second = "0", fraction = "0"] = match;
  const [sign, offsetHour = "0", offsetMinute = "0", yearAlone] = match.slice(8);
  const days = dayNumber(Number(year ?? yearAlone), Number(month), Number(day));
  if (days === undefined || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60 * (sign === "-" ? -1 : 1);
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second) + Number(`0.${fraction}`);
  return days * DAY + seconds - offset;
}

/** The instant as AWS writes it, e.g. `2027-06-30T23:59:59Z`. */
export function dateOf(instant: number): string {
  const seconds = Math.floor(instant);
  const day = Math.floor(seconds / DAY);
  let year = 1970 + Math.floor(day / 366);
  while (dayNumber(year + 1, 1, 1)! <= day) year += 1;
  let month = 1;
  while (month < 12 && dayNumber(year, month + 1, 1)! <= day) month += 1;
  const pad = (value: number) => String(value).padStart(2, "0");
  const time = [3600, 60, 1].map((unit) => pad(Math.floor((seconds - day * DAY) / unit) % (unit === 3600 ? 24 : 60)));
  return `${year}-${pad(month)}-${pad(day - dayNumber(year, month, 1)! + 1)}T${time.join(":")}Z`;
}

/** Days since 1970-01-01 in the Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number | undefined {
  const leap = (of: number) => (of % 4 === 0 && of % 100 !== 0) || of % 400 === 0;
  const lengths = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const length = lengths[month - 1];
  if (length === undefined || day < 1 || day > length) return undefined;
  const before = year - 1;
  const years = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const months = lengths.slice(0, month - 1).reduce((sum, each) => sum + each, 0);
  const EPOCH = 719_162;
  return years + months + day - 1 - EPOCH;
}
