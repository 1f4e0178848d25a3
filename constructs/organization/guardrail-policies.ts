import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { OrganizationsPolicyAttachment } from "@cdktf/provider-aws/lib/organizations-policy-attachment";
import { Construct } from "constructs";
import { RegionLock } from "../region/region-lock";
import type { AdoptedOrganization } from "./adopted-organization";
import type { Guardrail, GuardrailTarget } from "./guardrail";
import { requireWithinBudget, targetName } from "./guardrail-budget";

export interface GuardrailPoliciesProps {
  readonly organization: AdoptedOrganization;
  readonly guardrails: readonly Guardrail[];
}

/**
 * Guarantee: whatever is deployed, and by whomever, every account that a guardrail is for is bound by it, and
 * AWS will take each of them, with room left.
 *
 * Emits `aws_organizations_policy` for each guardrail and an attachment for each of its targets.
 * Controls: A2, F45, G53, G56.
 *
 * @throws guardrail.too-large when a guardrail comes within a tenth of its quota of characters
 * @throws guardrail.over-budget when too many meet on one unit or account
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies.html
 */
export class GuardrailPolicies extends Construct {
  constructor(scope: Construct, id: string, { organization, guardrails }: GuardrailPoliciesProps) {
    super(scope, id);
    requireWithinBudget(this.node.path, guardrails);
    for (const guardrail of guardrails) {
      const policy = this.policy(guardrail);
      for (const target of guardrail.targets) {
        new OrganizationsPolicyAttachment(this, `${guardrail.name}-on-${targetName(target)}`, {
          policyId: policy.id,
          targetId: targetId(organization, target),
        });
      }
    }
  }

  private policy({ name, description, type, content }: Guardrail): OrganizationsPolicy {
    const lock = RegionLock.of(this);
    lock.admit(lock.name(name));
    lock.admit(description);
    return new OrganizationsPolicy(this, name, { name: lock.name(name), description, type, content });
  }
}

/** @throws Error when the organization has no account of that stack */
function targetId({ unitIds, accounts }: AdoptedOrganization, target: GuardrailTarget): string {
  if ("unit" in target) return unitIds[target.unit];
  const account = accounts.find(({ name }) => name === target.stack);
  if (!account) throw new Error(`the organization has no account of ${target.stack}; declare it there`);
  return account.id;
}
