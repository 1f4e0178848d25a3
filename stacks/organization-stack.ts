import type { Construct } from "constructs";
import { enclavePlace, organizationPlace, sitePlaces } from "../config/places";
import { BREAK_GLASS_USE } from "../constructs/audit/global-alerts";
import { AdoptedOrganization } from "../constructs/organization/adopted-organization";
import { GuardrailPolicies } from "../constructs/organization/guardrail-policies";
import { guardrailsOf } from "../constructs/organization/guardrails-of";
import { AuditedStack, type EstateStackProps } from "./audited-stack";

/**
 * The operator's organization: the declared, already existing accounts in their units, and the
 * guardrails that hold whatever is deployed. Its own account holds no user data.
 */
export class OrganizationStack extends AuditedStack {
  constructor(scope: Construct, props: EstateStackProps) {
    const { estate } = props;
    super(scope, { ...props, place: organizationPlace(estate) });
    this.alertForwarding.forward("break-glass-use", BREAK_GLASS_USE(estate.organization.breakGlassRoleArn));
    const sites = sitePlaces(estate).map((place) => ({ ...place, unit: "sites" as const }));
    const enclave = { ...enclavePlace(estate), unit: "enclave" as const };
    const organization = new AdoptedOrganization(this, "organization", {
      organizationId: estate.organization.id,
      accounts: [...sites, enclave],
      trustedServices: estate.organization.trustedServices,
    });
    new GuardrailPolicies(this, "guardrails", { organization, guardrails: guardrailsOf(estate) });
  }
}
