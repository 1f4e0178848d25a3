import { auditSinks, auditSources, type AuditSinks, type AuditSource } from "../../../config/names";
import type { Context } from "../../context";

/** Where a stack's audit logs must go, and how its account delivers them. */
export interface Declared {
  readonly sinks: AuditSinks;
  readonly source: AuditSource;
  /** The stack's prefix in its archive, as services take it: with or without a slash behind. */
  readonly prefixedArns: readonly [string, string];
}

/** What the estate declares for a stack; nothing for a stack that it does not know. */
export function declaredSinks({ estate }: Context, stack: string): Declared | undefined {
  const source = auditSources(estate).find((candidate) => candidate.stack === stack);
  if (!source) return undefined;
  const sinks = auditSinks(estate, stack);
  const arn = `${sinks.archiveBucketArn}/${stack}`;
  return { sinks, source, prefixedArns: [arn, `${arn}/`] };
}
