import type { Enclave, StateBackend } from "../config/estate";
import type { PlanJson } from "./model/plan-json";

/** Resources as in Terraform's JSON syntax: type → name → block. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** A configuration as in `cdk.tf.json`. */
export type StackJson = Readonly<Record<string, unknown>>;

/** Whole stacks by their ids, and what is other than usual about the judgement. */
export interface StacksExample {
  readonly stacks: Readonly<Record<string, StackJson>>;
  /** Plans of stacks by their ids, as from `terraform show -json`. */
  readonly plans?: Readonly<Record<string, PlanJson>>;
  /** ISO date on which it is judged. */
  readonly today?: string;
  /** Whether every declared stack must be there. */
  readonly whole?: boolean;
  /** What the estate declares of its enclave instead. */
  readonly enclave?: Partial<Enclave>;
  /** Where the estate declares that state is kept, instead. */
  readonly state?: StateBackend;
}

/** A small estate: the resources of one site, Dublin; or whole stacks. */
export type Example = Resources | StacksExample;

type Named = Readonly<Record<string, Example>>;

/**
 * What a policy says of small estates: its documentation and its test. Titles complete "passes when …".
 *
 * The estate that is declared around them is `local`.
 */
export interface Examples {
  readonly policy: string;
  readonly pass: Named;
  readonly fail: Named;
  readonly undecided: Named;
  readonly notApplicable?: Named;
}
