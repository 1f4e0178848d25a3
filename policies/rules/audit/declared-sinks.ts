import { auditSinks, auditSources, type AuditSinks, type AuditSource } from "../../../config/names";
import type { Estate } from "../../../config/estate";
import type { Context } from "../../context";
import { once } from "../../once";

/** Where a stack's audit logs must go, and how its account delivers them. */
export interface Declared {
  readonly sinks: AuditSinks;
  readonly source: AuditSource;
  /** The stack's prefix in its archive, as services take it: with or without a slash behind. */
  readonly prefixedArns: readonly [string, string];
}

/** What the estate declares for a stack; nothing for a stack that it does not know. */
export function declaredSinks({ estate }: Context, stack: string): Declared | undefined {
  return declaredIn(estate).get(stack);
}

const declaredIn = once(
  (estate: Estate): ReadonlyMap<string, Declared> =>
    new Map(
      auditSources(estate).map((source) => {
        const sinks = auditSinks(estate, source.stack);
        const arn = `${sinks.archiveBucketArn}/${source.stack}`;
        return [source.stack, { sinks, source, prefixedArns: [arn, `${arn}/`] as const }];
      }),
    ),
);
