import type { Examples } from "../../examples";
import { deny, ELSEWHERE, organizationWith } from "./example-organization";

const attached = (count: number, target_id: string) => ({
  aws_organizations_policy_attachment: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `rails-${index}`,
      { policy_id: "${aws_organizations_policy.rails.id}", target_id },
    ]),
  ),
});
const UNIT = "${aws_organizations_organizational_unit.members.id}";

export const policyQuotasExamples: Examples = {
  policy: "ORG-003",
  pass: {
    "a small policy is attached once": organizationWith([deny(["iam:CreateUser"])]),
    "a unit has three beside AWS's own": organizationWith([], attached(3, UNIT)),
  },
  fail: {
    "a policy is too large": organizationWith([deny(Array.from({ length: 400 }, (_, at) => `ec2:Action${at}`))]),
    "a policy leaves no room": organizationWith([deny(Array.from({ length: 290 }, (_, at) => `ec2:Action${at}`))]),
    "a unit has all that AWS takes": organizationWith([], attached(4, UNIT)),
    "a unit has too many": organizationWith([], attached(5, UNIT)),
    "the root has": organizationWith([], attached(5, "${aws_organizations_organization.one.roots[0].id}")),
  },
  undecided: {
    "the content comes from a variable": organizationWith([], {
      aws_organizations_policy: { rails: { name: "rails", content: "${var.content}" } },
    }),
    "the target does": organizationWith([], attached(1, "${var.unit}")),
  },
  notApplicable: { "there is no policy": ELSEWHERE },
};
