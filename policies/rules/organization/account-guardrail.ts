import { globalArn } from "../../../config/place";
import type { WholeEstate } from "../../policy";
import { deniedToMembers } from "./denied-to-members";

export const accountGuardrail: WholeEstate = {
  kind: "whole",
  id: "ORG-005",
  title: "No member account leaves the organization, opens a region, acts as root, or makes users or access keys",
  severity: "critical",
  controls: ["A3", "E41", "G53"],
  rationale:
    "An account that leaves takes its data out of every guardrail. The root user and access keys pass by every declared access, its country and its second factor.",
  remediation: "Attach the guardrails of GuardrailPolicies, with accountDeny among them, to the account's unit.",
  sources: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  ],
  construct: "organization/guardrails/account-deny",

  check(context) {
    return deniedToMembers(context, (member) => [
      {
        expected: "nobody takes the account out of the organization or into another region",
        actions: [
          ...["account:CloseAccount", "account:DisableRegion", "account:EnableRegion"],
          "organizations:LeaveOrganization",
        ],
      },
      {
        expected: "nobody makes users, passwords or access keys",
        actions: ["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateUser"],
      },
      {
        expected: "the root user does nothing",
        actions: ["*"],
        key: "aws:PrincipalArn",
        principals: [{ kind: "principal", arn: globalArn(member, "iam", "root") }],
      },
    ]);
  },
};
