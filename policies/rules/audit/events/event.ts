/** A field that every event of a kind has, with a value that nobody can foresee. */
export const ANYTHING = Symbol("any value");

/** A field that no event of a kind has. */
export const ABSENT = Symbol("no such field");

/** A field that every event of a kind has, with a text of which nobody can foresee more than how it begins. */
export class Beginning {
  constructor(readonly text: string) {}
}

/**
 * What all events of one kind have in common: fields with a value, and fields with `ANYTHING`. A field that is not
 * listed may be there or not.
 */
export interface EventKind {
  readonly [field: string]: string | number | boolean | null | typeof ANYTHING | typeof ABSENT | Beginning | EventKind;
}
