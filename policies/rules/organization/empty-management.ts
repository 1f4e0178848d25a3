import { resourceType } from "../../catalogue/resource-type";
import type { EachResource } from "../../policy";
import { fail, notApplicable, pass, undecided } from "../../verdict";

export const emptyManagement: EachResource = {
  kind: "each",
  id: "ORG-011",
  title: "The management account holds no user data",
  severity: "critical",
  controls: ["E43"],
  rationale:
    "No service control policy and no resource control policy binds the management account: what lies there is outside every guardrail of the organization.",
  remediation: "Keep user data in a site's own account; tag what is none with its data class.",
  sources: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_best-practices_mgmt-acct.html",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#scp-effects-on-permissions",
  ],
  construct: "organization/adopted-organization",
  types: [],

  check(resource, { estate }) {
    if (resource.account !== estate.organization.managementAccount) return notApplicable(resource.root.at);
    const known = resourceType(resource.type);
    const expected = "nothing that holds restricted data";
    if (known?.holds === "metadata") return notApplicable(resource.root.at);
    if (known?.holds !== "data")
      return undecided(resource.root.at, `${resource.type}, of which it is not known`, expected);
    const tag = resource.tag("data-class");
    if (tag.isUnknown) return undecided(tag.at, tag.legible, expected);
    return resource.dataClass === "restricted"
      ? fail(resource.root.at, `${resource.type} of class restricted`, expected)
      : pass(resource.root.at);
  },
};
