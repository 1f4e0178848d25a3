import type { WholeEstate } from "../../policy";
import { deniedToMembers } from "./denied-to-members";

/** What takes data in from principals of another account. */
const TAKES_DATA = [
  ...["dynamodb:*", "ecr:*", "events:PutEvents", "firehose:*", "kinesis:*", "kms:*", "lambda:Invoke*", "s3:*"],
  ...["secretsmanager:*", "sns:*", "sqs:*", "sts:AssumeRole"],
];

export const resourcePerimeter: WholeEstate = {
  kind: "whole",
  id: "ORG-016",
  title:
    "Principals of a member account reach the organization's resources alone, and of the monitor's nothing but its alert bus",
  severity: "critical",
  controls: ["E39"],
  rationale:
    "A bucket of somebody's own account, anywhere, is the simplest way to take data out: the writer's own policies allow it, and no policy of the bucket's objects.",
  remediation: "Attach the guardrails of GuardrailPolicies, with resourcePerimeterDeny among them, to the unit.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceorgid",
  ],
  construct: "organization/guardrails/resource-perimeter-deny",

  check(context) {
    const { organization, monitor } = context.estate;
    return deniedToMembers(context, () => [
      {
        expected: "nobody reaches another organization's resources",
        actions: TAKES_DATA,
        key: "aws:ResourceOrgID",
        except: [
          { Condition: { StringEquals: { "aws:ResourceOrgID": organization.id } } },
          { Condition: { StringEquals: { "aws:ResourceOrgID": monitor.organizationId } } },
        ],
      },
      {
        expected: "nobody touches anything of the monitor's but its alert bus",
        actions: ["*"],
        key: "aws:ResourceOrgID",
        context: { "aws:ResourceOrgID": [monitor.organizationId] },
        except: [{ Action: ["events:PutEvents"] }],
      },
    ]);
  },
};
