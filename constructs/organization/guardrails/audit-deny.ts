import type { Statement } from "../../iam/policy-document";
import { deny, exceptRole } from "./deny";

/**
 * Nobody stops an audit source, the deploy role included; only the deploy role changes one, or has to do with an alarm
 * that opens an incident: whoever made one anew could silence it, or drown the monitor in incidents that nobody can
 * delete. What is made of rules is with what AWS Backup must do, in `store-deny`. Controls: D33.
 *
 * Flow logs among them: a retired enclave keeps its network and the log of it, so no deployment ever deletes one.
 *
 * @param deployRoleArn the deploy role of whichever account the guardrail binds
 * @param incidentAlarmArn every alarm that opens an incident, of whichever account
 */
export function auditDeny(deployRoleArn: string, incidentAlarmArn: string): readonly Statement[] {
  return [
    deny("AuditNeverStops", [
      "cloudtrail:DeleteTrail",
      "cloudtrail:StopLogging",
      "config:DeleteConfigurationRecorder",
      "config:DeleteDeliveryChannel",
      "config:StopConfigurationRecorder",
      "ec2:DeleteFlowLogs",
      "guardduty:DeleteDetector",
      "guardduty:DeletePublishingDestination",
      "guardduty:DisassociateFromAdministratorAccount",
      "guardduty:DisassociateFromMasterAccount",
      "route53resolver:DeleteResolverQueryLogConfig",
      "route53resolver:DisassociateResolverQueryLogConfig",
    ]),
    deny(
      "AuditIsDeployed",
      [
        "cloudtrail:PutEventSelectors",
        "cloudtrail:PutInsightSelectors",
        "cloudtrail:UpdateTrail",
        "cloudwatch:DeleteAlarms",
        "cloudwatch:DisableAlarmActions",
        "config:PutConfigurationRecorder",
        "config:PutDeliveryChannel",
        "events:DeleteRule",
        "events:DisableRule",
        "events:RemoveTargets",
        "guardduty:UpdateDetector",
        "guardduty:UpdatePublishingDestination",
        "logs:DeleteLog*",
        "logs:PutRetentionPolicy",
        "sqs:AddPermission",
        "sqs:DeleteQueue",
        "sqs:PurgeQueue",
        "sqs:SetQueueAttributes",
      ],
      exceptRole(deployRoleArn),
    ),
    deny(
      "IncidentAlarmsAreDeployed",
      ["cloudwatch:PutCompositeAlarm", "cloudwatch:PutMetricAlarm", "cloudwatch:SetAlarmState"],
      exceptRole(deployRoleArn),
      incidentAlarmArn,
    ),
  ];
}
