import type { Examples, Resources } from "../../examples";
import { ELSEWHERE } from "./example-organization";

const organization = (resource: Resources) => ({ stacks: { organization: { resource } } });
const administrator = { account_id: "200000000002", service_principal: "guardduty.amazonaws.com" };

export const undelegatedAdministrationExamples: Examples = {
  policy: "ORG-019",
  pass: {
    "nobody is delegated anything": organization({
      aws_organizations_organizational_unit: { sites: { name: "sites" } },
    }),
  },
  fail: {
    "a member administers a service": organization({
      aws_organizations_delegated_administrator: { one: administrator },
    }),
    "a member administers threat detection, by that service's own call": organization({
      aws_guardduty_organization_admin_account: { one: { admin_account_id: "200000000002" } },
    }),
    "a policy of the organization delegates": organization({
      aws_organizations_resource_policy: { one: { content: "{}" } },
    }),
    "a member delegates from where it is": {
      aws_securityhub_organization_admin_account: { one: { admin_account_id: "200000000002" } },
    },
  },
  undecided: {
    "how many there are is a variable": organization({
      aws_organizations_delegated_administrator: { one: { ...administrator, count: "${var.delegates}" } },
    }),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
