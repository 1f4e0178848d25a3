import type { Enclave } from "../../config/estate";

/** What surrounds a request that is other than usual: a condition key and what is sent under it, by a name. */
export type Circumstance =
  | "through its doors"
  | "through S3"
  | "in us-west-2"
  | "in eu-north-1"
  | "in eu-west-1"
  | "after the sunset"
  | "without TLS"
  | "with TLS 1.1"
  | "with its second factor"
  | "for somebody else"
  | "as a multi-region key"
  | "for an AWS resource"
  | "tagging a country of work"
  | "tagging a class of data"
  | "attaching AWSDenyAll"
  | "with the external id"
  | "with a token for AWS"
  | "with a token for somebody else";

export type Phase = Enclave["phase"];

/** Requests that have one outcome for one reason: everybody in `who` does everything in `does` to everything in `to`. */
export interface Expectation {
  readonly who: readonly string[];
  readonly does: readonly string[];
  readonly to: readonly string[];
  readonly when?: readonly Circumstance[];
  /** In which of the enclave's phases it is so; `serving` where none is given. */
  readonly phases?: readonly Phase[];
  readonly outcome: "allowed" | "denied";
  /** The statement that decides, by its name; or that no policy allows it. */
  readonly by: string;
  readonly because: string;
}

/** One request with what must come of it. */
export interface Row extends Pick<Expectation, "outcome" | "by" | "because"> {
  readonly who: string;
  readonly does: string;
  readonly to: string;
  readonly when: readonly Circumstance[];
  /** The enclave's phase in the estate that is asked. */
  readonly phase: Phase;
}

/** Where no policy allows a request, no statement decides it. */
export const NOTHING_ALLOWS_IT = "nothing allows it";

export function rowsOf(expectations: readonly Expectation[]): readonly Row[] {
  return expectations.flatMap(({ who, does, to, when = [], phases = ["serving"], outcome, by, because }) =>
    combinations(who, does, to, phases).map(([one, action, thing, phase]) => ({
      who: one,
      does: action,
      to: thing,
      when,
      phase,
      outcome,
      by,
      because,
    })),
  );
}

function combinations<P>(who: readonly string[], does: readonly string[], to: readonly string[], phases: readonly P[]) {
  return who.flatMap((one) =>
    does.flatMap((action) => to.flatMap((thing) => phases.map((phase) => [one, action, thing, phase] as const))),
  );
}
