import type { Context } from "./context";
import type { Resource } from "./model/resource";
import type { Verdict } from "./verdict";

export type Severity = "critical" | "high" | "medium" | "low";

export interface Metadata {
  /** `ENC-001`: never reused. */
  readonly id: string;
  /** The desired condition, in one sentence. */
  readonly title: string;
  readonly severity: Severity;
  /** Lines of the control catalogue, e.g. `B12`: see docs/controls.md. */
  readonly controls: readonly string[];
  /** Why it matters to somebody whose data it is. */
  readonly rationale: string;
  readonly remediation: string;
  /** Where the rule comes from: URLs. */
  readonly sources: readonly string[];
  /** The construct that guarantees it, as a path under `constructs/` without its ending; nothing when none does. */
  readonly construct?: string;
}

/** What every resource of some types must satisfy. */
export interface EachResource extends Metadata {
  readonly kind: "each";
  /** Empty: of every type. */
  readonly types: readonly string[];
  /** `notApplicable` for a resource of which it asks nothing, e.g. one that holds no user data. */
  check(resource: Resource, context: Context): Verdict;
}

/**
 * What the estate as a whole must satisfy, so that what is missing is a finding and not a silence: one verdict for each
 * thing that must be there, or must not.
 */
export interface WholeEstate extends Metadata {
  readonly kind: "whole";
  check(context: Context): readonly Verdict[];
}

export type Policy = EachResource | WholeEstate;
