/** A dated exception: one finding of one policy on one address is accepted until a day, by somebody, for a reason. */
export interface Waiver {
  /** `ENC-003` */
  readonly policy: string;
  /** The stack, or nothing for that address in every stack. */
  readonly stack?: string;
  /** Exact: a pattern would excuse what nobody has seen yet. */
  readonly address: string;
  /**
   * As `clover check` tells it: whatever else comes to be found there, or a failure where there was a doubt, is another.
   * Absent, it is of the one finding that there is, whatever that becomes, and the report says so.
   */
  readonly finding?: string;
  readonly reason: string;
  /** A team's mailbox. */
  readonly owner: string;
  /** ISO date; the last day that it holds. */
  readonly expires: string;
}
