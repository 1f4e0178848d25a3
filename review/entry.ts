import type { Hop } from "../policies/hop";

/**
 * What a change does to what is protected, in the order in which a review tells it.
 *
 * - `weaker`: something holds no longer, or less than it did;
 * - `leaves`: restricted data can get outside the protected jurisdictions;
 * - `opens`: a way or somebody is let in that was not;
 * - `destroys`: what holds data, or the key to it, is destroyed, or another one takes its place;
 * - `stronger`, and `other` for what does neither.
 */
export const CHANGES = ["weaker", "leaves", "opens", "destroys", "stronger", "other"] as const;
export type ChangeVerdict = (typeof CHANGES)[number];

/** Those that somebody must approve. */
export const GRAVE: readonly ChangeVerdict[] = ["weaker", "leaves", "opens", "destroys"];

/** A place in the output. */
export interface Where {
  readonly stack: string;
  /** Terraform's, as it is after the change, where it still is. */
  readonly address: string;
  readonly constructPath?: string;
}

/** One difference between two versions of an estate and of its output. */
export interface Change {
  readonly verdict: ChangeVerdict;
  /** What kind of thing differs: what is declared, what holds, who may do what, where data goes, a setting, a resource. */
  readonly about: "estate" | "guarantee" | "access" | "channel" | "setting" | "resource";
  /** One sentence, without its full stop. */
  readonly what: string;
  /** Nowhere in the output for what is declared. */
  readonly where?: Where;
  /** From the block, e.g. `rule.default_retention.days`; or from the top of the estate, e.g. `flows.enclave-drain.expires`. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
  /** What a reader must know beside it, a sentence each. */
  readonly details: readonly string[];
  /** The policies that hold no longer, or do now. */
  readonly policies: readonly string[];
  /** Lines of the control catalogue. */
  readonly controls: readonly string[];
  readonly witness?: readonly Hop[];
}

/** A change as it is told: once, however many places have it alike. */
export interface Entry extends Omit<Change, "where"> {
  readonly at: readonly Where[];
  /** Who must approve it, by the estate as it was before; nobody for what weakens nothing. */
  readonly approvers: readonly string[];
}
