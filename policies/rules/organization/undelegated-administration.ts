import { ORGANIZATION } from "../../../config/places";
import type { WholeEstate } from "../../policy";
import { fail, notApplicable, pass, undecided } from "../../verdict";
import { stackAt } from "../in-account";

/** Each makes a member account, or whom a policy names in one, an administrator of others. */
const DELEGATES = [
  "aws_auditmanager_organization_admin_account_registration",
  "aws_cloudtrail_organization_delegated_admin_account",
  "aws_detective_organization_admin_account",
  "aws_fms_admin_account",
  "aws_guardduty_organization_admin_account",
  "aws_inspector2_delegated_admin_account",
  "aws_macie2_organization_admin_account",
  "aws_organizations_delegated_administrator",
  "aws_organizations_resource_policy",
  "aws_securityhub_organization_admin_account",
  "aws_vpc_ipam_organization_admin_account",
];

export const undelegatedAdministration: WholeEstate = {
  kind: "whole",
  id: "ORG-019",
  title: "No account administers others but the management account",
  severity: "high",
  controls: ["D33", "E43"],
  rationale:
    "An account that administers a service for all others can stop it in all of them, from where data is processed. The monitor sees from outside, and nobody within is in its way.",
  remediation: "Take the delegation away: the monitor's account is of another organization, and needs none.",
  sources: ["https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html"],

  check({ model }) {
    const judged = model.stacks.includes(ORGANIZATION);
    const expected = "no administration of other accounts by a member";
    const verdicts = model
      .resources(...DELEGATES)
      .map(({ exists, type, root }) =>
        exists === "yes" ? fail(root.at, type, expected) : undecided(root.at, `perhaps ${type}`, expected),
      );
    if (verdicts.length > 0) return verdicts;
    return judged ? [pass(stackAt(ORGANIZATION))] : model.stacks.map((stack) => notApplicable(stackAt(stack)));
  },
};
