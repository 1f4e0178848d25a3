/** What says who works where, in which role and with which second factor: the tags that data is reached by. */
export const TAGS_OF_PEOPLE = ["country-of-work", "multi-factor", "role"] as const;
