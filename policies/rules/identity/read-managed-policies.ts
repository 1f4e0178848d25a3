import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";

/** Attributes that name managed policies, by the type that has them. */
const NAMES: Readonly<Record<string, string>> = {
  aws_iam_group_policy_attachment: "policy_arn",
  aws_iam_group_policy_attachments_exclusive: "policy_arns",
  aws_iam_policy_attachment: "policy_arn",
  aws_iam_role: "managed_policy_arns",
  aws_iam_role_policy_attachment: "policy_arn",
  aws_iam_role_policy_attachments_exclusive: "policy_arns",
  aws_iam_user_policy_attachment: "policy_arn",
  aws_iam_user_policy_attachments_exclusive: "policy_arns",
  aws_ssoadmin_managed_policy_attachment: "managed_policy_arn",
};

/**
 * Policies of AWS that only one of its services can use, and needs. AWS writes them and changes them, so no other is
 * taken.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
 */
const OF_AWS = [
  "AWSBackupServiceRolePolicyForS3Backup",
  "AWSBackupServiceRolePolicyForS3Restore",
  "service-role/AWSBackupServiceRolePolicyForBackup",
  "service-role/AWSBackupServiceRolePolicyForRestores",
];

export const readManagedPolicies: EachResource = {
  kind: "each",
  id: "IDN-010",
  title: "Every managed policy that is attached is written in the output, or is one that AWS Backup needs",
  severity: "high",
  controls: ["H62"],
  rationale:
    "AdministratorAccess, PowerUserAccess or ReadOnlyAccess open every store of the account, and AWS widens such policies without asking. What a role may do with people's data has to be written where it can be read.",
  remediation: "Write the actions and resources in a policy of the stack.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html",
  ],
  construct: "iam/managed-policy",
  types: Object.keys(NAMES),

  check(attachment) {
    const named = attachment.value(NAMES[attachment.type]!).items();
    if (named.length === 0) return notApplicable(attachment.root.at);
    return all(pass(attachment.root.at), ...named.map((value) => judged(value, attachment)));
  },
};

function judged(value: Value, { partition }: Resource): Verdict {
  const expected = "a policy whose document is in the output";
  const target = value.target("aws_iam_policy");
  if (target.kind === "resource") return pass(value.at);
  if (target.kind !== "elsewhere") return undecided(value.at, `cannot be known: ${value.legible}`, expected);
  const prefix = `arn:${partition}:iam::aws:policy/`;
  if (!target.text.startsWith(prefix)) return undecided(value.at, `${value.legible}, which is not here`, expected);
  return OF_AWS.includes(target.text.slice(prefix.length)) ? pass(value.at) : fail(value.at, value.legible, expected);
}
