import type { Examples } from "../../examples";
import { ELSEWHERE, organizationWith, regionDenials } from "./example-organization";

const NARROW = ["iam:*", "organizations:List*", "support:*"];

export const regionGuardrailExamples: Examples = {
  policy: "ORG-004",
  pass: { "each account is bound to its own region": organizationWith(regionDenials(NARROW)) },
  fail: {
    "nothing is denied": organizationWith([]),
    "keys are exempt": organizationWith(regionDenials([...NARROW, "kms:*"])),
    "the content of buckets is": organizationWith(regionDenials([...NARROW, "s3:*"])),
    "distributions are": organizationWith(regionDenials([...NARROW, "cloudfront:*"])),
    "every account is bound to one region": organizationWith(regionDenials(NARROW, () => "eu-west-1")),
    "it holds for some resources alone": organizationWith(
      regionDenials(NARROW).map((statement) => ({ ...statement, Resource: "arn:aws:s3:::*" })),
    ),
    "it is attached to nothing": organizationWith(regionDenials(NARROW), { aws_organizations_policy_attachment: {} }),
    "it is of another type": organizationWith([], {
      aws_organizations_policy: {
        rails: {
          name: "rails",
          type: "RESOURCE_CONTROL_POLICY",
          content: JSON.stringify({ Version: "2012-10-17", Statement: regionDenials(NARROW) }),
        },
      },
    }),
  },
  undecided: {
    "the region comes from a variable": organizationWith(regionDenials(NARROW, () => "${var.region}")),
    "it is attached to what a variable says": organizationWith(regionDenials(NARROW), {
      aws_organizations_policy_attachment: {
        rails: { policy_id: "${aws_organizations_policy.rails.id}", target_id: "${var.unit}" },
      },
    }),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
