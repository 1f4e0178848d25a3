import { bothReadings } from "./both-readings";
import type { Context } from "./context";
import type { Finding } from "./finding";
import type { Policy } from "./policy";
import type { Outcome, Verdict } from "./verdict";

/** How often a policy came to each outcome; what a waiver covers is `waived` instead. */
export type Counts = Readonly<Record<Outcome | "waived", number>>;

export const NO_COUNTS: Counts = { pass: 0, fail: 0, undecided: 0, notApplicable: 0, waived: 0 };

export interface Evaluated {
  readonly policy: Policy;
  readonly counts: Counts;
  readonly findings: readonly Finding[];
}

/** Every policy's word on everything that it asks about. */
export function evaluate(policies: readonly Policy[], context: Context): readonly Evaluated[] {
  const { supposed: model } = context;
  const supposing = { ...context, model: model ?? context.model };
  return policies.map((policy) => {
    const known = verdictsOf(policy, context);
    const verdicts = model ? bothReadings(policy.kind, known, verdictsOf(policy, supposing)) : known;
    const counts: Record<keyof Counts, number> = { ...NO_COUNTS };
    for (const { outcome } of verdicts) counts[outcome]++;
    return { policy, counts, findings: verdicts.flatMap((verdict) => findingOf(policy, verdict, context)) };
  });
}

function verdictsOf(policy: Policy, context: Context): readonly Verdict[] {
  if (policy.kind === "whole") return policy.check(context);
  return context.model.resources(...policy.types).map((resource) => policy.check(resource, context));
}

function findingOf(policy: Policy, verdict: Verdict, { model }: Context): readonly Finding[] {
  if (verdict.outcome !== "fail" && verdict.outcome !== "undecided") return [];
  const { at, actual, expected, outcome, verdict: residency, witness } = verdict;
  const resource = model.resource(at.stack, at.address);
  return [
    {
      policy: policy.id,
      outcome,
      severity: policy.severity,
      ...at,
      constructPath: resource?.constructPath,
      ...(resource?.source ? { source: resource.source } : {}),
      actual,
      expected,
      message: `${policy.title}: ${outcome === "fail" ? "there is" : "undecided,"} ${actual}, expected ${expected}`,
      remediation: policy.remediation,
      ...(residency && { verdict: residency }),
      ...(witness && { witness }),
    },
  ];
}
