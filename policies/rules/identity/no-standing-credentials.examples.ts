import type { Examples } from "../../examples";
import { serviceRole } from "./example-access";

export const noStandingCredentialsExamples: Examples = {
  policy: "IDN-009",
  pass: {
    "there are roles alone": serviceRole("events.amazonaws.com"),
    "there is nothing": {},
  },
  fail: {
    "there is a user": { aws_iam_user: { one: { name: "one" } } },
    "there is an access key": { aws_iam_access_key: { one: { user: "one" } } },
    "people are assigned by an identity center": { aws_ssoadmin_account_assignment: { one: {} } },
    "a permission set that is not in the output is given something": {
      aws_ssoadmin_permission_set_inline_policy: {
        one: { permission_set_arn: "arn:aws:sso:::permissionSet/ssoins-0a/ps-0a", inline_policy: "{}" },
      },
    },
    "machines come with certificates": { aws_rolesanywhere_trust_anchor: { one: { name: "one" } } },
  },
  undecided: { "an expression decides whether there is a user": { aws_iam_user: { one: { count: "${var.users}" } } } },
};
