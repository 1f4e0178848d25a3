export type Outcome =
  /** Nothing is in the way. */
  | "clear"
  /** AWS has it already, and refuses to create it. */
  | "exists"
  /** A quota is smaller than what the stack takes. */
  | "short"
  /** It is on, and Terraform would switch it off. */
  | "lost"
  /** AWS refused to say. */
  | "unknown";

/** What was looked for, and what was seen. */
export interface Seen {
  /** Terraform's address; `stack` for what is no resource. */
  readonly address: string;
  readonly outcome: Outcome;
  readonly message: string;
  /** What takes it out of the way, for a shell, in order. */
  readonly commands: readonly string[];
}
