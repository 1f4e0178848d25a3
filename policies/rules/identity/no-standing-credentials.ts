import type { WholeEstate } from "../../policy";
import { fail, pass, undecided } from "../../verdict";

/** Identities and credentials that last until somebody withdraws them, and ways in for people beside the declared one. */
const STANDING = [
  ...["aws_iam_access_key", "aws_iam_group", "aws_iam_group_membership", "aws_iam_group_policies_exclusive"],
  ...["aws_iam_group_policy", "aws_iam_group_policy_attachment", "aws_iam_group_policy_attachments_exclusive"],
  ...["aws_iam_service_specific_credential", "aws_iam_signing_certificate"],
  ...["aws_iam_user", "aws_iam_user_group_membership", "aws_iam_user_login_profile", "aws_iam_user_policies_exclusive"],
  ...["aws_iam_user_policy", "aws_iam_user_policy_attachment", "aws_iam_user_policy_attachments_exclusive"],
  ...["aws_iam_user_ssh_key", "aws_iam_virtual_mfa_device"],
  ...["aws_identitystore_group", "aws_identitystore_group_membership", "aws_identitystore_user"],
  ...["aws_key_pair", "aws_rolesanywhere_profile", "aws_rolesanywhere_trust_anchor"],
  // What a permission set gives counts wherever the set itself was made.
  ...["aws_ssoadmin_account_assignment", "aws_ssoadmin_application_assignment"],
  ...["aws_ssoadmin_customer_managed_policy_attachment", "aws_ssoadmin_managed_policy_attachment"],
  ...["aws_ssoadmin_permission_set", "aws_ssoadmin_permission_set_inline_policy"],
  ...["aws_ssoadmin_permissions_boundary_attachment", "aws_ssoadmin_trusted_token_issuer"],
  ...["aws_transfer_ssh_key", "aws_transfer_user"],
];

export const noStandingCredentials: WholeEstate = {
  kind: "whole",
  id: "IDN-009",
  title: "No stack has users, keys or other ways in than roles that are assumed",
  severity: "critical",
  controls: ["E41", "H62"],
  rationale:
    "A user's password or access key works from any country, without a second factor and for as long as nobody remembers it. It is how most data is stolen from AWS.",
  remediation: "Remove it; let people in by a declared access, and services by a role of their own.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
  ],

  check({ model }) {
    const expected = "roles alone";
    const standing = model.resources(...STANDING);
    const clean = model.stacks.filter((stack) => standing.every((resource) => resource.stack !== stack));
    return [
      ...standing.map(({ exists, root, type }) =>
        exists === "yes"
          ? fail(root.at, `${type}, a standing way in`, expected)
          : undecided(root.at, `perhaps ${type}`, expected),
      ),
      ...clean.map((stack) => pass({ stack, address: "stack", jsonPath: "" })),
    ];
  },
};
