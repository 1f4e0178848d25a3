import { GuaranteeError } from "../guarantee-error";
import type { Guardrail, GuardrailTarget } from "./guardrail";
import type { PolicyType } from "./policy-type";

/** What AWS takes of one type of policy. */
interface Quota {
  readonly characters: number;
  /** On one root, unit or account. */
  readonly policies: number;
  /** AWS's own, which is attached everywhere and counts. */
  readonly attachedByAws: number;
}

/** Of service control policies the older and safe figure. @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const QUOTAS: Readonly<Record<PolicyType, Quota>> = {
  SERVICE_CONTROL_POLICY: { characters: 5120, policies: 5, attachedByAws: 1 },
  RESOURCE_CONTROL_POLICY: { characters: 5120, policies: 5, attachedByAws: 1 },
};
/** A tenth stays free, so that a new account or action does not come as a surprise. */
const USABLE = 0.9;

/** The most characters that a policy of a type may have here. */
export function budgetCharacters(type: PolicyType): number {
  return Math.floor(QUOTAS[type].characters * USABLE);
}

/** The most policies of a type that may be attached here: one place stays free for whoever must close something at once. */
function budgetPolicies(type: PolicyType): number {
  const { policies, attachedByAws } = QUOTAS[type];
  return Math.floor(policies * USABLE) - attachedByAws;
}

/**
 * Refuses guardrails of which one comes within a tenth of its quota, or of which too many meet on one target.
 *
 * @throws guardrail.too-large
 * @throws guardrail.over-budget
 */
export function requireWithinBudget(path: string, guardrails: readonly Guardrail[]): void {
  const counts = new Map<string, number>();
  for (const { name, type, content, targets } of guardrails) {
    const most = budgetCharacters(type);
    if (content.length > most) {
      throw new GuaranteeError(
        "guardrail.too-large",
        path,
        `'${name}' must have at most ${most} characters, got ${content.length}; deny with fewer words`,
      );
    }
    for (const target of targets) {
      const key = `${type} on ${targetName(target)}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > budgetPolicies(type)) {
        throw new GuaranteeError(
          "guardrail.over-budget",
          path,
          `'guardrails' must be at most ${budgetPolicies(type)} of ${key}, got ${count} with '${name}'; deny with fewer words, or attach it elsewhere`,
        );
      }
    }
  }
}

/** A unit and an account may be of one name. */
export function targetName(target: GuardrailTarget): string {
  return "unit" in target ? `unit-${target.unit}` : `account-${target.stack}`;
}
