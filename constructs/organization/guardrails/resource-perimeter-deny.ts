import type { Statement } from "../../iam/policy-document";
import { deny, denyBut } from "./deny";

/** Services whose resources take data in from principals of any account. */
const TAKES_DATA = [
  "dynamodb:*",
  "ecr:*",
  "events:PutEvents",
  "firehose:*",
  "kinesis:*",
  "kms:*",
  "lambda:Invoke*",
  "s3:*",
  "secretsmanager:*",
  "sns:*",
  "sqs:*",
  "sts:AssumeRole",
];

/**
 * The estate's principals reach the organization's resources and nobody else's, with one exception: alerts go to
 * the monitor's bus, and nothing else of the monitor's is touched. Log delivery is AWS's own, which no service
 * control policy binds. A resource of no organization has no organization's id and is denied too; none that AWS
 * itself owns is needed here. Controls: E39.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceorgid
 */
export function resourcePerimeterDeny(organizationId: string, monitorOrganizationId: string): readonly Statement[] {
  return [
    deny("OurResourcesAlone", TAKES_DATA, {
      StringNotEquals: { "aws:ResourceOrgID": [organizationId, monitorOrganizationId] },
    }),
    denyBut("MonitorTakesAlertsAlone", ["events:PutEvents"], {
      StringEquals: { "aws:ResourceOrgID": monitorOrganizationId },
    }),
  ];
}
