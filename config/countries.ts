const NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/**
 * What Unicode names as a region and ISO 3166-1 has not assigned: unions, parts of a country, reservations and codes for
 * private use.
 *
 * @see https://www.iso.org/obp/ui/#search/code/
 */
const NO_COUNTRIES: ReadonlySet<string> = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split(" "));

/**
 * Whether a text is an alpha-2 code that ISO 3166-1 assigns to a country or territory today, in capitals: `GB` and not
 * `UK`, `RU` and not `SU`.
 */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRIES.has(code) && NAMES.of(code) !== undefined && !isReplaced(code);
}

/** Unicode still names what was withdrawn, and knows what stands in its place. */
function isReplaced(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`;
}
