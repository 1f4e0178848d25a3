import type { Estate } from "../../../config/estate";
import { grants } from "../../access/question";
import type { EachResource } from "../../policy";
import { beyond } from "../beyond";
import type { Permitted } from "../denial-of";
import { nothingGranted } from "../nothing-granted";
import { accessesAt, assumption, permittedBy, trustOf } from "./access-trust";
import { isVisit } from "./visits";

export const trustedPrincipals: EachResource = {
  kind: "each",
  id: "IDN-001",
  title:
    "Nobody of another account can assume a role but the people of a declared access, and the declared auditors the two roles that are theirs",
  severity: "critical",
  controls: ["E40", "E42", "H62"],
  rationale:
    "Who can assume a role can see what the role sees. A person in another country, without a second factor, or after their permission has ended, would reach the data unlawfully and in the estate's own name.",
  remediation:
    "Declare the access in the estate and let DataAccessRole build its role; let auditors into AuditorRole and ContainmentRole alone, with the external id of the estate.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html",
  ],
  construct: "identity/data-access-role",
  types: ["aws_iam_role"],

  check(role, context) {
    const { estate } = context;
    const { breakGlassRoleArn, peopleRoleArn } = estate.organization;
    const permitted = [
      ...accessesAt(context, role.stack).map((access) => permittedBy(access, estate)),
      ...(isVisit(role, context) ? auditors(estate) : []),
      breakGlass(estate),
    ];
    const found = grants(
      beyond(trustOf(role), permitted),
      assumption(role, context, {
        principals: [
          { kind: "outside", accounts: [role.account] },
          { kind: "anonymous" },
          // In the account where these two are at home, they are bound all the same.
          { kind: "principal", arn: peopleRoleArn },
          { kind: "principal", arn: breakGlassRoleArn },
        ],
      }),
    );
    return nothingGranted(role.value("assume_role_policy").at, found, "nobody beyond what the estate declares");
  },
};

function auditors({ monitor }: Estate): readonly Permitted[] {
  if (monitor.auditorPrincipals.length === 0) return [];
  const Condition = { StringEquals: { "sts:ExternalId": monitor.externalId } };
  return [{ Principal: { AWS: monitor.auditorPrincipals }, Condition }];
}

function breakGlass({ organization }: Estate): Permitted {
  const Condition = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
  return { Principal: { AWS: organization.breakGlassRoleArn }, Condition };
}
