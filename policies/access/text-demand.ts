import type { Reading } from "./matching";
import type { Pattern } from "./pattern";

/** What a text must match: one of some patterns, or none of them. */
export interface TextDemand {
  readonly patterns: readonly Pattern[];
  readonly wanted: boolean;
  readonly reading: Reading;
}
