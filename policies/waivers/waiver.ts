/** A dated exception: one policy's findings on one address are accepted until a day, by somebody, for a reason. */
export interface Waiver {
  /** `ENC-003` */
  readonly policy: string;
  /** The stack, or nothing for that address in every stack. */
  readonly stack?: string;
  /** Exact: a pattern would excuse what nobody has seen yet. */
  readonly address: string;
  readonly reason: string;
  /** A team's mailbox. */
  readonly owner: string;
  /** ISO date; the last day that it holds. */
  readonly expires: string;
}
