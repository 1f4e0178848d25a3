const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** S3 writes the time of delivery without its fraction, and the end of retention with it. */
const ROUNDING = MINUTE;

/** How the archive keeps one version of an object. */
export interface Keeping {
  readonly deliveredAt: Date;
  readonly lockMode?: string;
  readonly retainUntil?: Date;
  readonly encryption?: string;
  readonly keyArn?: string;
}

export type KeepingProblemKind =
  /** Without a lock: it can be deleted today. */
  | "unlocked"
  /** In a mode that somebody may bypass. */
  | "not-compliance"
  /** For less than declared. */
  | "retention-short"
  /** Under another key than the archive's. */
  | "foreign-key";

export interface KeepingProblem {
  readonly kind: KeepingProblemKind;
  readonly observed: string;
}

/** What is wrong with how an object is kept: it must be locked for as long as declared, under the archive's key. */
export function keepingProblems(
  { deliveredAt, lockMode, retainUntil, encryption, keyArn }: Keeping,
  declared: { readonly retentionDays: number; readonly keyArn: string },
): readonly KeepingProblem[] {
  const problems: KeepingProblem[] = [];
  if (!lockMode || !retainUntil) {
    problems.push({ kind: "unlocked", observed: "no lock" });
  } else {
    if (lockMode !== "COMPLIANCE") problems.push({ kind: "not-compliance", observed: lockMode });
    const least = deliveredAt.getTime() + declared.retentionDays * DAY - ROUNDING;
    if (retainUntil.getTime() < least) {
      problems.push({ kind: "retention-short", observed: `kept until ${retainUntil.toISOString()}` });
    }
  }
  if (encryption !== "aws:kms" || keyArn !== declared.keyArn) {
    problems.push({ kind: "foreign-key", observed: keyArn ?? encryption ?? "no encryption" });
  }
  return problems;
}
