import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { OrganizationsPolicyAttachment } from "@cdktf/provider-aws/lib/organizations-policy-attachment";
import { Construct } from "constructs";
import { GuaranteeError } from "../guarantee-error";
import { policyDocument, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import type { AdoptedOrganization } from "./adopted-organization";
import { regionDeny } from "./guardrails/region-deny";
import { packPolicies } from "./policy-packing";

/** Five for a root, unit or account, and AWS's own FullAWSAccess is one. @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const MOST_POLICIES_PER_TARGET = 4;

export interface GuardrailPoliciesProps {
  readonly organization: AdoptedOrganization;
  /** What every account of a site or of the enclave is denied. */
  readonly statements: readonly Statement[];
}

/**
 * Guarantee: whatever is deployed, and by whomever, no member account does what the statements deny, and
 * each acts in its own region alone.
 *
 * Emits `aws_organizations_policy` (as few as the statements fit into, and one for each region) and
 * their attachments: the statements' to the units, a region's to its accounts.
 * Controls: A2, G53, G56.
 *
 * @throws guardrail.over-budget when the statements need more policies than a unit can carry
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export class GuardrailPolicies extends Construct {
  constructor(scope: Construct, id: string, { organization, statements }: GuardrailPoliciesProps) {
    super(scope, id);
    const packs = packPolicies(statements);
    if (packs.length > MOST_POLICIES_PER_TARGET) {
      throw new GuaranteeError(
        "guardrail.over-budget",
        this.node.path,
        `'statements' must fit into ${MOST_POLICIES_PER_TARGET} policies, got ${packs.length}; deny with fewer words`,
      );
    }
    packs.forEach((content, index) => {
      const policy = this.policy(
        `guardrails-${index + 1}`,
        `Guardrails, part ${index + 1} of ${packs.length}`,
        content,
      );
      for (const [unit, targetId] of Object.entries(organization.unitIds))
        this.attach(`${unit}-${index + 1}`, policy, targetId);
    });
    this.bindRegions(organization);
  }

  private bindRegions({ accounts }: AdoptedOrganization): void {
    for (const region of [...new Set(accounts.map((account) => account.region))].sort()) {
      const policy = this.policy(`region-${region}`, `Nothing outside ${region}`, policyDocument(regionDeny(region)));
      for (const account of accounts.filter((candidate) => candidate.region === region)) {
        this.attach(`region-of-${account.name}`, policy, account.id);
      }
    }
  }

  private policy(name: string, description: string, content: string): OrganizationsPolicy {
    const lock = RegionLock.of(this);
    lock.admit(lock.name(name));
    lock.admit(description);
    return new OrganizationsPolicy(this, name, {
      name: lock.name(name),
      description,
      type: "SERVICE_CONTROL_POLICY",
      content,
    });
  }

  private attach(id: string, policy: OrganizationsPolicy, targetId: string): void {
    new OrganizationsPolicyAttachment(this, `${id}-attachment`, { policyId: policy.id, targetId });
  }
}
