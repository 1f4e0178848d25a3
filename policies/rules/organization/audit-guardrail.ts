import { anyIncidentAlarmArn, backupRoleArn, deployRoleArn } from "../../../config/names";
import type { WholeEstate } from "../../policy";
import { deniedToMembers, exceptRole } from "./denied-to-members";

/** What stops an audit source. */
export const STOPS_OF_AUDIT = [
  ...["cloudtrail:DeleteTrail", "cloudtrail:StopLogging"],
  ...["config:DeleteConfigurationRecorder", "config:DeleteDeliveryChannel", "config:StopConfigurationRecorder"],
  "ec2:DeleteFlowLogs",
  ...["guardduty:DeleteDetector", "guardduty:DeletePublishingDestination"],
  ...["guardduty:DisassociateFromAdministratorAccount", "guardduty:DisassociateFromMasterAccount"],
  ...["route53resolver:DeleteResolverQueryLogConfig", "route53resolver:DisassociateResolverQueryLogConfig"],
];
const CHANGES = [
  ...["cloudtrail:PutEventSelectors", "cloudtrail:PutInsightSelectors", "cloudtrail:UpdateTrail"],
  ...["cloudwatch:DeleteAlarms", "cloudwatch:DisableAlarmActions"],
  ...["config:PutConfigurationRecorder", "config:PutDeliveryChannel"],
  ...["events:DeleteRule", "events:DisableRule", "events:RemoveTargets"],
  ...["guardduty:UpdateDetector", "guardduty:UpdatePublishingDestination"],
  ...["logs:DeleteLogGroup", "logs:DeleteLogStream", "logs:PutRetentionPolicy"],
  ...["sqs:AddPermission", "sqs:DeleteQueue", "sqs:PurgeQueue", "sqs:SetQueueAttributes"],
];
/** AWS Backup makes rules of its own to follow the buckets that it keeps. */
const RULES = ["events:PutRule", "events:PutTargets"];
/** Of an alarm that opens an incident; a workload's are its own. */
const ALARMS = ["cloudwatch:PutCompositeAlarm", "cloudwatch:PutMetricAlarm", "cloudwatch:SetAlarmState"];
/** What changes an audit source. */
export const CHANGES_OF_AUDIT = [...CHANGES, ...RULES];

export const auditGuardrail: WholeEstate = {
  kind: "whole",
  id: "ORG-006",
  title: "Nobody in a member account stops an audit source, and only the deploy role changes one",
  severity: "critical",
  controls: ["D33"],
  rationale:
    "Whoever takes data first turns off what would show it. The monitor can only report what reaches it, so nobody of the operator may stop the sending, nor drown it in alarms of their own making.",
  remediation: "Attach the guardrails of GuardrailPolicies, with auditDeny among them, to the account's unit.",
  sources: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
  ],
  construct: "organization/guardrails/audit-deny",

  check(context) {
    const { estate } = context;
    return deniedToMembers(context, (member) => {
      const deployer = deployRoleArn(estate, member);
      const expected = "nobody but the deploy role changes an audit source";
      return [
        { expected: "nobody stops an audit source", actions: STOPS_OF_AUDIT },
        { expected, actions: CHANGES, except: exceptRole(deployer) },
        { expected, actions: RULES, except: [deployer, backupRoleArn(estate, member)].flatMap(exceptRole) },
        {
          expected: "nobody but the deploy role makes, changes or raises an alarm that opens an incident",
          actions: ALARMS,
          resources: [anyIncidentAlarmArn(estate)],
          except: exceptRole(deployer),
        },
      ];
    });
  },
};
