import type { Enclave } from "../../../config/estate";
import type { Examples, Resources, StacksExample } from "../../examples";
import { deny, DEPLOYER, organizationWith, resourcesWith } from "./example-organization";

const BUCKET: Resources = { aws_s3_bucket: { data: { bucket: "data" } } };
const TRAIL: Resources = { aws_cloudtrail: { audit: { name: "audit" } } };
const ROLE: Resources = { aws_iam_role: { reader: { name: "reader" } } };

/** The guardrails of an organization, and what is to be deployed under them. */
function under(guardrails: StacksExample, resource: Resources, stack = "dublin"): StacksExample {
  return { ...guardrails, stacks: { ...guardrails.stacks, [stack]: { resource } } };
}
const denying = (...statements: readonly unknown[]) => organizationWith(statements);
const enclave = (guardrails: StacksExample, more: Partial<Enclave> = {}) => ({
  ...under(guardrails, BUCKET, "enclave"),
  enclave: more,
});
const LATER = { DateGreaterThan: { "aws:CurrentTime": "2027-06-01T00:00:00Z" } };
const OTHER_REGIONS = { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } };

export const deploymentLeftExamples: Examples = {
  policy: "ORG-020",
  pass: {
    "nothing of it is denied": under(denying(deny(["ec2:CreateInternetGateway"])), BUCKET),
    "it is denied to everybody but the deploy role": under(denying(deny(["cloudtrail:*"], DEPLOYER)), TRAIL),
    "it is denied in other regions": under(denying(deny(["s3:*"], OTHER_REGIONS)), BUCKET),
    "the enclave is frozen later": enclave(denying(deny(["s3:Create*"], LATER))),
  },
  fail: {
    "buckets are denied": under(denying(deny(["s3:Create*"])), BUCKET),
    "trails are denied to the deploy role too": under(denying(deny(["cloudtrail:StartLogging"])), TRAIL),
    "all but one service is denied": under(denying({ Effect: "Deny", NotAction: ["ec2:*"], Resource: "*" }), BUCKET),
    "roles are denied outside the site's region, and IAM has none": under(
      denying(deny(["iam:*"], OTHER_REGIONS)),
      ROLE,
    ),
    "buckets are denied from some day on": under(denying(deny(["s3:Create*"], LATER)), BUCKET),
    "the resources' own guardrail denies it": under(
      resourcesWith([deny(["s3:PutBucketTagging"], undefined, { Principal: "*" })]),
      BUCKET,
    ),
    "the enclave's buckets are denied while it serves": enclave(denying(deny(["s3:Create*"]))),
  },
  undecided: {
    "what is denied comes from a variable": under(denying(deny(["${var.action}"])), BUCKET),
    "to whom it is denied comes from a variable": under(
      denying(deny(["s3:Create*"], { ArnNotEquals: { "aws:PrincipalArn": "${var.deployer}" } })),
      BUCKET,
    ),
  },
  notApplicable: {
    "the organization is not judged": BUCKET,
    "the enclave takes no new store, since it is draining": enclave(denying(deny(["s3:Create*"])), {
      phase: "draining",
    }),
    "the account is no member": under(denying(deny(["s3:Create*"])), BUCKET, "monitor"),
  },
};
