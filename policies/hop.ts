/** One step of a path on which data, a key or access can get from one place to another. */
export interface Hop {
  readonly stack: string;
  readonly address: string;
  readonly jsonPath: string;
  /** How it moves, e.g. `S3 replication`. */
  readonly mechanism: string;
  /** Where from and where to, as a person reads it: `dublin (200000000002, eu-west-1, IE)`. */
  readonly from: string;
  readonly to: string;
}

/** What the residency proof says of a channel that is not covered. */
export type ResidencyVerdict = "leaves" | "undeclared" | "undecided" | "unused";
