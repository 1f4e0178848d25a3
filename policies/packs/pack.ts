import type { Metadata } from "../policy";

/** A framework's requirement, in our own words, and the lines of the control catalogue that serve it. */
export interface Requirement {
  /** As the framework numbers it, e.g. `SC-28(1)`. */
  readonly id: string;
  readonly title: string;
  readonly controls: readonly string[];
}

/** What a framework asks and no policy here judges. */
export interface Uncovered {
  readonly id: string;
  readonly title: string;
  /** Completes "It is not covered: …". */
  readonly why: string;
}

/** What one framework asks of what is deployed. Nothing is said of what an organization does beside it. */
export interface Pack {
  /** What `--pack` takes, e.g. `gdpr`. */
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly requirements: readonly Requirement[];
  /** Told where the framework is a list of settings, so that what is left out can be known. */
  readonly uncovered?: readonly Uncovered[];
}

/** The policies that judge a requirement: those that name one of its controls. */
export function policiesOf<P extends Metadata>(requirement: Requirement, policies: readonly P[]): readonly P[] {
  return policies.filter(({ controls }) => isServedBy(requirement, controls));
}

/** Whether any of a pack's requirements asks for one of these controls. */
export function serves(pack: Pack, controls: readonly string[]): boolean {
  return pack.requirements.some((requirement) => isServedBy(requirement, controls));
}

/** Whether a requirement asks for one of these controls. */
export function isServedBy(requirement: Requirement, controls: readonly string[]): boolean {
  return controls.some((control) => requirement.controls.includes(control));
}
