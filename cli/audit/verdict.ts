import type { ChainProblemKind, Period } from "../../audit/chain";
import type { KeepingProblemKind } from "../../audit/keeping";
import type { AuditDelivery, AuditService } from "../../config/audit-deliveries";

export type FindingKind =
  | ChainProblemKind
  | KeepingProblemKind
  /** A source delivered nothing for longer than it may. */
  | "silence"
  /** There is no such bucket. */
  | "archive-missing"
  /** The bucket itself does not keep what is put into it as long as declared. */
  | "archive-unlocked"
  /** Where no declared service delivers. */
  | "undeclared"
  /** Something that hides a record from whoever does not ask for its versions. */
  | "delete-marker"
  /** A record is written once. */
  | "overwritten"
  /** It is in the intake, and did not arrive in the archive. */
  | "not-replicated";

/** Something of the record that is missing, or that cannot be relied on. */
export interface Finding {
  readonly kind: FindingKind;
  readonly stack: string;
  readonly account: string;
  readonly service?: AuditService;
  readonly region?: string;
  readonly bucket: string;
  readonly key?: string;
  readonly versionId?: string;
  /** The time that is in doubt. */
  readonly during: Period;
  readonly observed?: string;
}

/** What was looked at of one source. */
export interface SourceCount extends AuditDelivery {
  readonly objects: number;
  readonly first?: Date;
  readonly last?: Date;
}

/** What the record of one stack is worth. */
export interface StackVerdict {
  readonly stack: string;
  readonly account: string;
  readonly sources: readonly SourceCount[];
  /** Digests whose signature is valid, and log files that they prove. */
  readonly proved: { readonly digests: number; readonly logs: number };
  /** Objects that were looked at, records or not. */
  readonly objects: number;
  readonly findings: readonly Finding[];
}
