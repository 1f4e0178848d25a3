import type { SourceLine } from "./model/construct-origin";
import type { Hop, ResidencyVerdict } from "./hop";
import type { Severity } from "./policy";

export type { Hop, ResidencyVerdict } from "./hop";

/** Something that is wrong, or that could not be decided. */
export interface Finding {
  readonly policy: string;
  readonly outcome: "fail" | "undecided";
  readonly severity: Severity;
  /** Terraform address without the stack; `provider.aws`, `terraform.backend` or `stack` for what is no resource. */
  readonly address: string;
  readonly stack: string;
  /** The construct's path in the stack's tree, where the output carries it. */
  readonly constructPath: string | undefined;
  /** The line of the program that made it, where the output carries it. */
  readonly source?: SourceLine;
  readonly jsonPath: string;
  readonly actual: string;
  readonly expected: string;
  readonly message: string;
  readonly remediation: string;
  readonly verdict?: ResidencyVerdict;
  readonly witness?: readonly Hop[];
}
