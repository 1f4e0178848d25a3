import type { Statement } from "../../iam/policy-document";
import { deny } from "./deny";

/** The account stays in the organization and its regions, nobody acts as root, and people come by federation alone. Controls: A3, E41, G53. */
export function accountDeny(): readonly Statement[] {
  return [
    deny("AccountStays", [
      "account:CloseAccount",
      "account:DisableRegion",
      "account:EnableRegion",
      "organizations:LeaveOrganization",
    ]),
    deny("PeopleByFederation", ["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateUser"]),
    deny("Root", ["*"], { ArnLike: { "aws:PrincipalArn": "arn:*:iam::*:root" } }),
  ];
}
