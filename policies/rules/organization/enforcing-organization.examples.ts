import type { Examples } from "../../examples";
import { ELSEWHERE, organizationWith } from "./example-organization";

const POLICY_TYPES = ["RESOURCE_CONTROL_POLICY", "SERVICE_CONTROL_POLICY"];
const TRUSTED = ["sso.amazonaws.com", "health.amazonaws.com", "reporting.trustedadvisor.amazonaws.com"];
const ONE = {
  enabled_policy_types: POLICY_TYPES,
  aws_service_access_principals: TRUSTED,
  lifecycle: { prevent_destroy: true },
};

const organization = (over: Readonly<Record<string, unknown>>) =>
  organizationWith([], {
    aws_organizations_organization: {
      one: {
        feature_set: "ALL",
        ...ONE,
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
    "resource control policies are not enabled": organization({ enabled_policy_types: ["SERVICE_CONTROL_POLICY"] }),
    "policies are enabled that change what members have": organization({
      enabled_policy_types: [...POLICY_TYPES, "BACKUP_POLICY"],
    }),
    "a service is trusted that deploys into every member": organization({
      aws_service_access_principals: [...TRUSTED, "member.org.stacksets.cloudformation.amazonaws.com"],
    }),
    "a service is trusted that shares what is a member's": organization({
      aws_service_access_principals: [...TRUSTED, "ram.amazonaws.com"],
    }),
    "a service is trusted that is harmless and not declared": organization({
      aws_service_access_principals: [...TRUSTED, "access-analyzer.amazonaws.com"],
    }),
    "single sign-on is trusted no longer": organization({ aws_service_access_principals: TRUSTED.slice(1) }),
    "nothing is said of what is trusted, which is nothing": organization({ aws_service_access_principals: null }),
    "no service is trusted": organization({ aws_service_access_principals: [] }),
    "no policy type is": organization({ enabled_policy_types: null }),
    "it only pays the bills": organization({ feature_set: "CONSOLIDATED_BILLING" }),
    "it may be destroyed": organization({ lifecycle: {} }),
    "it is missing": { stacks: { organization: {} } },
    "it is created and not imported": {
      stacks: {
        organization: {
          resource: {
            aws_organizations_organization: { one: ONE },
          },
        },
      },
    },
    "it is another organization": {
      stacks: {
        organization: {
          import: [{ to: "aws_organizations_organization.one", id: "o-somebodyelse" }],
          resource: {
            aws_organizations_organization: { one: ONE },
          },
        },
      },
    },
  },
  undecided: {
    "the features come from a variable": organization({ feature_set: "${var.features}" }),
    "which services are trusted does": organization({ aws_service_access_principals: "${var.services}" }),
    "one service more does": organization({ aws_service_access_principals: [...TRUSTED, "${var.service}"] }),
    "the policy types do": organization({ enabled_policy_types: "${var.types}" }),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
