import { dayAfter } from "../../../config/calendar";
import type { Estate } from "../../../config/estate";
import { deployRoleArn, drainPath, monitorRoles } from "../../../config/names";
import { enclavePlace } from "../../../config/places";
import type { WholeEstate } from "../../policy";
import { deniedToMembers, exceptRole, type Denial } from "./denied-to-members";
import { leftToMember } from "./left-to-member";
import { isEnclave } from "./members";

/** What may go on: reading, taking away, and ending keys. S3's `Put*` here are settings, and never an object. */
const STILL = [
  ...["access-analyzer:*", "account:Get*", "backup:Delete*", "backup:Describe*", "backup:Get*", "backup:List*"],
  ...["backup:Stop*", "cloudtrail:Describe*", "cloudtrail:Get*", "cloudtrail:List*", "cloudtrail:LookupEvents"],
  ...["cloudwatch:Delete*", "cloudwatch:Describe*", "cloudwatch:Get*", "cloudwatch:List*", "config:Describe*"],
  ...["config:Get*", "config:List*", "config:Select*", "dynamodb:BatchGetItem", "dynamodb:Delete*"],
  ...["dynamodb:Describe*", "dynamodb:Get*", "dynamodb:List*", "dynamodb:Query", "dynamodb:Scan", "ec2:Delete*"],
  ...["ec2:Deregister*", "ec2:Describe*", "ec2:Detach*", "ec2:Disassociate*", "ec2:Get*", "ec2:Release*"],
  ...["ec2:Revoke*", "ec2:Stop*", "ec2:Terminate*", "elasticloadbalancing:De*", "events:De*", "events:List*"],
  ...["events:PutEvents", "events:RemoveTargets", "guardduty:Get*", "guardduty:List*", "health:*", "iam:De*"],
  ...["iam:Get*", "iam:List*", "iam:Remove*", "kms:De*", "kms:Disable*", "kms:GenerateRandom", "kms:Get*", "kms:List*"],
  ...[
    "kms:RetireGrant",
    "kms:RevokeGrant",
    "kms:ScheduleKeyDeletion",
    "logs:De*",
    "logs:Filter*",
    "logs:Get*",
    "logs:List*",
  ],
  ...["network-firewall:De*", "network-firewall:Disassociate*", "network-firewall:List*", "organizations:Describe*"],
  ...["organizations:List*", "route53resolver:D*", "route53resolver:Get*", "route53resolver:List*", "s3:Abort*"],
  ...["s3:Delete*", "s3:Get*", "s3:List*", "s3:PutBucket*", "s3:PutEncryptionConfiguration"],
  ...["s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration", "secretsmanager:De*"],
  ...["secretsmanager:Get*", "secretsmanager:List*", "sqs:Delete*", "sqs:Get*", "sqs:List*", "sqs:PurgeQueue"],
  ...["sqs:ReceiveMessage", "ssm:De*", "ssm:Get*", "ssm:List*", "sts:*", "support:*", "tag:Get*"],
];
/** What its end is made of, and whoever retires it must be able to do. */
const RETIREMENT = [
  ...["dynamodb:DeleteTable", "dynamodb:DescribeTable", "ec2:DeleteVpc", "iam:DeleteRole", "kms:Decrypt"],
  ...["kms:ScheduleKeyDeletion", "s3:DeleteBucket", "s3:DeleteObjectVersion", "s3:GetObject", "s3:ListBucket"],
];
/** What S3 does to replicate what is there already. */
const BATCH = ["s3:GetReplicationConfiguration", "s3:InitiateReplication", "s3:PutInventoryConfiguration"];
/** What brings home what is still there. */
const DRAIN = ["dynamodb:ExportTableToPointInTime", "kms:GenerateDataKey", "s3:CreateJob", "s3:PutObject"];

export const sunsetGuardrail: WholeEstate = {
  kind: "whole",
  id: "ORG-012",
  title: "After its last day nothing is created or written in the enclave's account, and it can still be emptied",
  severity: "critical",
  controls: ["F45", "F47", "F50"],
  rationale:
    "An enclave that is only retired when somebody remembers it stays. A denial that begins by the clock ends it whatever is deployed, and by whom; it must not stop the drain or the deletion of what is left.",
  remediation: "Attach sunsetFreeze to the enclave's account, with the estate's sunset as its date.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-currenttime",
  ],
  construct: "organization/guardrails/sunset-freeze",

  check(context) {
    const { estate } = context;
    const last = { "aws:CurrentTime": [`${dayAfter(estate.enclave.sunset)}T00:00:01Z`] };
    const deployer = deployRoleArn(estate, enclavePlace(estate));
    const { operatorRoleArn, batchRoleArn } = drainPath(estate);
    return [
      ...deniedToMembers(context, () => [frozen(estate)], isEnclave),
      ...leftToMember(context, deployer, RETIREMENT, last),
      ...leftToMember(context, operatorRoleArn, DRAIN, last),
      ...leftToMember(context, batchRoleArn, BATCH, last),
    ];
  },
};

function frozen(estate: Estate): Denial {
  const { sunset } = estate.enclave;
  const { replicationRoleArn, operatorRoleArn, batchRoleArn } = drainPath(estate);
  const { containmentRoleArn } = monitorRoles(estate, enclavePlace(estate));
  return {
    expected: `nothing is created or written after ${sunset}`,
    actions: ["*"],
    key: "aws:CurrentTime",
    except: [
      { Action: STILL },
      { Condition: { DateLessThan: { "aws:CurrentTime": `${dayAfter(sunset)}T00:00:00Z` } } },
      ...[replicationRoleArn, operatorRoleArn, batchRoleArn, containmentRoleArn].flatMap(exceptRole),
    ],
  };
}
