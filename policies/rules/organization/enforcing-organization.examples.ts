import type { Examples } from "../../examples";
import { ELSEWHERE, organizationWith } from "./example-organization";

const organization = (over: Readonly<Record<string, unknown>>) =>
  organizationWith([], {
    aws_organizations_organization: {
      one: {
        feature_set: "ALL",
        enabled_policy_types: ["SERVICE_CONTROL_POLICY"],
        lifecycle: { prevent_destroy: true },
        ...over,
      },
    },
  });

export const enforcingOrganizationExamples: Examples = {
  policy: "ORG-002",
  pass: {
    "it enforces service control policies": organization({}),
    "nothing is said of its features, which is all of them": organization({ feature_set: null }),
  },
  fail: {
    "the policy type is not enabled": organization({ enabled_policy_types: ["TAG_POLICY"] }),
    "no policy type is": organization({ enabled_policy_types: null }),
    "it only pays the bills": organization({ feature_set: "CONSOLIDATED_BILLING" }),
    "it may be destroyed": organization({ lifecycle: {} }),
    "it is missing": { stacks: { organization: {} } },
    "it is created and not imported": {
      stacks: {
        organization: {
          resource: {
            aws_organizations_organization: {
              one: { enabled_policy_types: ["SERVICE_CONTROL_POLICY"], lifecycle: { prevent_destroy: true } },
            },
          },
        },
      },
    },
    "it is another organization": {
      stacks: {
        organization: {
          import: [{ to: "aws_organizations_organization.one", id: "o-somebodyelse" }],
          resource: {
            aws_organizations_organization: {
              one: { enabled_policy_types: ["SERVICE_CONTROL_POLICY"], lifecycle: { prevent_destroy: true } },
            },
          },
        },
      },
    },
  },
  undecided: {
    "the features come from a variable": organization({ feature_set: "${var.features}" }),
    "the policy types do": organization({ enabled_policy_types: "${var.types}" }),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
