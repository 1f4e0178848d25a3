import { monitorRoles } from "../../../config/names";
import { MONITOR, type StackPlace } from "../../../config/places";
import { judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all } from "../../verdict";
import type { Permitted } from "../denial-of";
import { KEY_TYPES } from "../encryption/key-policy";
import { ofVisitingRole, type Needed } from "./visiting-role";

/** Verbs that change nothing. */
const READING: readonly Permitted[] = [{ Action: ["*:Describe*", "*:Get*", "*:List*", "*:Lookup*"] }];
/** Of those what shows what is stored, or is used to see it. */
const SHOWS_DATA = [
  ...["athena:GetQuery*", "codecommit:GetBlob", "codecommit:GetFile", "dynamodb:BatchGetItem", "dynamodb:GetItem"],
  ...["dynamodb:GetRecords", "dynamodb:TransactGetItems", "ebs:GetSnapshotBlock", "ec2:GetConsole*"],
  ...["ec2:GetPasswordData", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "glue:GetTable*"],
  ...["kinesis:Get*", "kms:Decrypt", "kms:GenerateDataKey*", "lambda:GetFunction", "lambda:GetLayerVersion"],
  ...["logs:GetLogEvents", "logs:GetLogRecord", "logs:GetQueryResults", "rds-data:*", "redshift-data:*"],
  ...["s3:GetObject*", "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue", "sqs:ReceiveMessage"],
  ...["ssm:GetDocument", "ssm:GetParameter*", "sts:Get*Token"],
];
/** What is denied in so many words, whatever a bucket's, a table's or a key's own policy grants. */
const DENIED = [
  ...["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "kms:Decrypt"],
  ...["logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery", "s3:GetObject*"],
  ...["secretsmanager:GetSecretValue", "sqs:ReceiveMessage", "ssm:GetParameter*"],
];
/** What a second look at an account begins with. */
const NEEDED = [
  ...["cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus", "cloudtrail:LookupEvents"],
  ...["config:DescribeConfigurationRecorderStatus", "ec2:DescribeVpcEndpoints", "guardduty:ListDetectors"],
  ...["iam:GetRole", "iam:GetRolePolicy", "s3:GetBucketPolicy"],
].map((action): Needed => ({ action, resource: "*" }));
/** What it must see of each key of the account, which no policy but the key's own opens. */
const OF_KEYS = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants"];

export const auditorRole: WholeEstate = {
  kind: "whole",
  id: "IDN-013",
  title: "In every account of the operator's the monitor's auditors can read the configuration, and no data",
  severity: "high",
  controls: ["D35", "E40", "H62"],
  rationale:
    "A monitor that sees only what it is sent cannot tell whether that is all. One that could read users' data would be a transfer of it to wherever its people work.",
  remediation:
    "Build the stack as an AuditedStack, or add AuditorRole to it; give the role no other policy, and build keys with DataKey.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies.html",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  ],
  construct: "audit/auditor-role",

  check(context) {
    const places = judgedPlaces(context).filter(({ stack }) => stack !== MONITOR);
    return places.map((place) =>
      ofVisitingRole(context, place, monitorRoles(context.estate, place).auditorRoleArn, (role) =>
        all(
          role.letsAuditorsIn(),
          role.mayOnly(READING, "reading alone"),
          role.mayOnly([], "no data", SHOWS_DATA),
          role.isDenied(DENIED, "no data, explicitly"),
          role.can(NEEDED),
          ...keysIn(place, context).map((key) => role.reaches(key, OF_KEYS)),
        ),
      ),
    );
  },
};

/** Those of other stacks in the account too, e.g. of what keeps its state. */
function keysIn({ account }: StackPlace, { model }: Context): readonly Resource[] {
  return model.resources(...KEY_TYPES).filter((key) => key.account === account);
}
