import type { Estate } from "../../../config/estate";
import { ORGANIZATION } from "../../../config/places";
import type { Resource } from "../../model/resource";
import { hasHole, legible } from "../../model/symbolic";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Location, type Verdict } from "../../verdict";
import { exactly } from "../exactly";
import { existingId, organizationAt } from "./members";

/** A backup policy, or a declarative one, would change in every member what its stack declares. */
const POLICY_TYPES = ["RESOURCE_CONTROL_POLICY", "SERVICE_CONTROL_POLICY"];
/**
 * A trusted service may act in every member, in a role of its own that no service control policy binds. These look,
 * record and report, and single sign-on lets people in, in roles that guardrails bind; others share what is a member's,
 * copy it, deploy into it or delete from it.
 */
const TRUSTWORTHY = [
  "access-analyzer.amazonaws.com",
  "cloudtrail.amazonaws.com",
  "config.amazonaws.com",
  "guardduty.amazonaws.com",
  "health.amazonaws.com",
  "reporting.trustedadvisor.amazonaws.com",
  "servicequotas.amazonaws.com",
  "sso.amazonaws.com",
  "tagpolicies.tag.amazonaws.com",
];

export const enforcingOrganization: WholeEstate = {
  kind: "whole",
  id: "ORG-002",
  title:
    "The organization is the declared one, has all features, enforces guardrails and trusts the declared services alone, of which none changes members",
  severity: "critical",
  controls: ["A2", "G53"],
  rationale:
    "A policy that is attached while its type is not enabled does nothing, and nothing shows it. Consolidated billing alone has no policies at all. A trusted service that deploys into members, or shares what is theirs, is bound by none. One that is left out is switched off: where people arrive by it, nobody does any more.",
  remediation:
    "Build it with AdoptedOrganization, and declare in organization.trustedServices what it trusts; end what a service does for the organization that may not be trusted.",
  sources: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_enable-disable.html",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_getting-started_concepts.html#feature-set",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services.html",
  ],
  construct: "organization/adopted-organization",

  check({ model, estate }) {
    if (!model.stacks.includes(ORGANIZATION)) {
      return [notApplicable({ ...organizationAt, stack: model.stacks[0] ?? ORGANIZATION })];
    }
    const organizations = model.resources("aws_organizations_organization");
    if (organizations.length === 0) return [fail(organizationAt, "nothing", "the organization")];
    return organizations.map((organization) => enforcing(organization, estate.organization));
  },
};

function enforcing(organization: Resource, declared: Estate["organization"]): Verdict {
  const features = organization.value("feature_set");
  const lifecycle = organization.value("lifecycle");
  const { exists, importedId, root } = organization;
  const trusted = organization.value("aws_service_access_principals");
  const id = existingId(organization) ?? "one that is created";
  return all(
    exists === "yes" ? pass(root.at) : undecided(root.at, "a number that an expression decides", "one organization"),
    id === declared.id ? pass(root.at) : unequal(root.at, id, declared.id),
    // The provider's default is ALL.
    features.isAbsent ? pass(features.at) : features.mustBe("ALL"),
    exactly(organization.value("enabled_policy_types"), ...POLICY_TYPES),
    exactly(trusted, ...declared.trustedServices),
    ...trusted.items().map((service) => service.mustBe(...TRUSTWORTHY)),
    // A plan tells no lifecycle: of what is there already, Terraform has refused to plan the destruction.
    importedId === undefined && (lifecycle.isAbsent || lifecycle.isUnknown)
      ? pass(root.at)
      : lifecycle.value("prevent_destroy").mustBe(true),
  );
}

function unequal(at: Location, id: string, declaredId: string): Verdict {
  const expected = `the declared organization, ${declaredId}`;
  return hasHole(id) ? undecided(at, legible(id), expected) : fail(at, id, expected);
}
