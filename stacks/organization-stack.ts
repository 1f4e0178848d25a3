import type { Construct } from "constructs";
import type { Estate } from "../config/estate";
import { organizationPlace } from "../config/places";
import { AuditedStack } from "./audited-stack";

/**
 * The operator's organization: the declared, already existing accounts in their units, and the
 * guardrails that hold whatever is deployed. Its own account holds no user data.
 */
export class OrganizationStack extends AuditedStack {
  constructor(scope: Construct, props: { readonly estate: Estate }) {
    super(scope, { estate: props.estate, place: organizationPlace(props.estate) });
  }
}
