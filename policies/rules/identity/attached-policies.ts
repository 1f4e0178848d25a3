import type { Context } from "../../context";
import type { Resource } from "../../model/resource";

const ATTACHMENTS = [
  "aws_iam_group_policy_attachment",
  "aws_iam_policy_attachment",
  "aws_iam_role_policy_attachment",
  "aws_iam_user_policy_attachment",
];

/** Whether somebody holds a policy: one that nobody does, or that is only a boundary, grants nothing. */
export function isAttached(resource: Resource, { model }: Context): boolean {
  if (resource.type !== "aws_iam_policy") return true;
  return (
    ATTACHMENTS.some((type) => resource.companions(type, "policy_arn").length > 0) ||
    model.resources("aws_iam_role").some((role) =>
      role
        .value("managed_policy_arns")
        .items()
        .some((item) => {
          const target = item.target("aws_iam_policy");
          return target.kind === "resource" && target.resource === resource;
        }),
    )
  );
}
