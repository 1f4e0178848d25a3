import type { Unit } from "./adopted-organization";
import type { PolicyType } from "./policy-type";

/** Every account of a kind, or the account of one stack. */
export type GuardrailTarget = { readonly unit: Unit } | { readonly stack: string };

/** One policy of the organization, and whom it binds. */
export interface Guardrail {
  /** Last part of its name. */
  readonly name: string;
  readonly description: string;
  readonly type: PolicyType;
  /** Minified JSON. */
  readonly content: string;
  readonly targets: readonly GuardrailTarget[];
}
