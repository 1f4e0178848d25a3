import type { Answer } from "../answer";
import type { PrincipalSet, SourceSet } from "./principal";
import type { Request } from "./request";
import type { Statement } from "./statement";
import type { World } from "./world";

/** The requests that a question is about. */
export interface Question {
  readonly principals: readonly PrincipalSet[];
  /** Patterns as in a policy, e.g. `s3:Get*`. */
  readonly actions: readonly string[];
  /** Patterns; give those that the actions can be about: that `s3:GetObject` is about objects alone is not modelled. */
  readonly resources: readonly string[];
  /**
   * What requests carry under a condition key: one of some patterns, nothing, or anything. A key that is not listed is
   * free within what AWS sends. `any` makes a key that is not modelled one that may be anything.
   */
  readonly context?: Readonly<Record<string, readonly string[] | "absent" | "any">>;
  /** On whose behalf services act; on anybody's by default. */
  readonly sources?: readonly SourceSet[];
  readonly world: World;
}

export interface Grant {
  readonly answer: Answer;
  /** The witness, or the counterexample. */
  readonly request?: Request;
  readonly statement?: Statement;
  /** What would have to be known, in symbolic text: the marks of `model/symbolic` are in it. */
  readonly why?: string;
}
