import type { Examples } from "../../examples";
import { policyJson } from "./example-trust";

const own = { aws_iam_policy: { own: { name: "own", policy: policyJson() } } };
const attached = (policy_arn: string) => ({ aws_iam_role_policy_attachment: { one: { role: "one", policy_arn } } });
const role = (managed_policy_arns: unknown) => ({
  aws_iam_role: { one: { name: "one", assume_role_policy: policyJson(), managed_policy_arns } },
});
const ofAws = (name: string) => `arn:aws:iam::aws:policy/${name}`;

export const readManagedPoliciesExamples: Examples = {
  policy: "IDN-010",
  pass: {
    "the policy is of the same stack": { ...own, ...attached("${aws_iam_policy.own.arn}") },
    "AWS Backup needs it": attached(ofAws("AWSBackupServiceRolePolicyForS3Backup")),
  },
  fail: {
    "it administers everything": attached(ofAws("AdministratorAccess")),
    "it reads everything": attached(ofAws("ReadOnlyAccess")),
    "the role names one itself": role([ofAws("PowerUserAccess")]),
    "one of two is AWS's": { ...own, ...role(["${aws_iam_policy.own.arn}", ofAws("AmazonS3FullAccess")]) },
    "a group has one": { aws_iam_group_policy_attachment: { one: { group: "g", policy_arn: ofAws("IAMFullAccess") } } },
  },
  undecided: {
    "the policy comes from a variable": attached("${var.policy}"),
    "it comes from a data source": attached("${data.aws_iam_policy.admin.arn}"),
    "it is not in the output": attached("arn:aws:iam::200000000002:policy/other"),
  },
  notApplicable: { "the role names none": role(null) },
};
