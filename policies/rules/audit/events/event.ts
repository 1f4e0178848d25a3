/** A field that every event of a kind has, with a value that nobody can foresee. */
export const ANYTHING = Symbol("any value");

/**
 * What all events of one kind have in common: fields with a value, and fields with `ANYTHING`. A field that is not
 * listed may be there or not.
 */
export interface EventKind {
  readonly [field: string]: string | number | boolean | null | typeof ANYTHING | EventKind;
}
