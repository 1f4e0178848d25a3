import { dnsSuffix } from "../../../config/place";
import { grants } from "../../access/question";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { beyond } from "../beyond";
import { nothingGranted } from "../nothing-granted";
import { actingFor } from "../acting-for";
import { assumption, trustOf } from "./access-trust";

/**
 * Services that are not documented to say for whom they act when they assume a role: there `iam:PassRole` decides, and
 * that never crosses accounts.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-batch-replication-policies.html
 */
const SILENT = ["batchoperations.s3", "ec2", "lambda", "s3"];

export const serviceTrust: EachResource = {
  kind: "each",
  id: "IDN-002",
  title: "An AWS service assumes a role for the role's own account alone",
  severity: "high",
  controls: ["E38", "H61"],
  rationale:
    "A service works for every customer of AWS. Where a role does not ask for whom, somebody else's account can make the service use the role, and with it the data.",
  remediation: "Build the trust policy with serviceTrust and the account, which demands aws:SourceAccount.",
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
  construct: "iam/policy-document",
  types: ["aws_iam_role"],

  check(role, context) {
    const permitted = [...actingFor([role.account]), { Principal: { Service: silentServices(role) } }];
    const found = grants(
      beyond(trustOf(role), permitted),
      assumption(role, context, { principals: [{ kind: "service" }] }),
    );
    return nothingGranted(role.value("assume_role_policy").at, found, "services that act for this account");
  },
};

function silentServices({ partition }: Resource): readonly string[] {
  return SILENT.map((service) => `${service}.${dnsSuffix(partition)}`);
}
