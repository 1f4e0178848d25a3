import type { Hop, ResidencyVerdict } from "./hop";

/** A place in the judged output that a finding points at. */
export interface Location {
  readonly stack: string;
  /** Terraform address without the stack, e.g. `aws_kms_key.data`; or `provider.aws`, `terraform.backend`, `stack`. */
  readonly address: string;
  /** From the block, e.g. `rule[0].sse_algorithm`; empty for the block itself. */
  readonly jsonPath: string;
}

/** What one policy says of one thing. */
export type Verdict =
  | { readonly outcome: "pass"; readonly at: Location }
  | {
      readonly outcome: "fail" | "undecided";
      readonly at: Location;
      /** What stands there; for `undecided`, what cannot be known and why. */
      readonly actual: string;
      readonly expected: string;
      /** Of the residency proof alone. */
      readonly verdict?: ResidencyVerdict;
      readonly witness?: readonly Hop[];
    }
  | { readonly outcome: "notApplicable"; readonly at: Location };

export type Outcome = Verdict["outcome"];

/** From the gravest on: a failure hides no doubt, a doubt hides behind no pass. */
const GRAVITY: readonly Outcome[] = ["fail", "undecided", "pass", "notApplicable"];
/** From the best on: one that is right is enough, whatever stands beside it. */
const MERIT: readonly Outcome[] = ["pass", "notApplicable", "undecided", "fail"];

/** The gravest of several verdicts on one thing. */
export function all(...verdicts: readonly [Verdict, ...Verdict[]]): Verdict {
  return verdicts.reduce((gravest, verdict) =>
    GRAVITY.indexOf(verdict.outcome) < GRAVITY.indexOf(gravest.outcome) ? verdict : gravest,
  );
}

/** The best of several verdicts, of which one is enough; nothing when there are none. */
export function nearest(verdicts: readonly Verdict[]): Verdict | undefined {
  return [...verdicts].sort((one, other) => MERIT.indexOf(one.outcome) - MERIT.indexOf(other.outcome))[0];
}

export function pass(at: Location): Verdict {
  return { outcome: "pass", at };
}

export function fail(at: Location, actual: string, expected: string): Verdict {
  return { outcome: "fail", at, actual, expected };
}

export function undecided(at: Location, actual: string, expected: string): Verdict {
  return { outcome: "undecided", at, actual, expected };
}

/** The policy asks nothing of this one, e.g. because it holds no user data. */
export function notApplicable(at: Location): Verdict {
  return { outcome: "notApplicable", at };
}
