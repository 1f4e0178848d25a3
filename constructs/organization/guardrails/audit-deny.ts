import type { Statement } from "../../iam/policy-document";
import { deny, exceptRoles } from "./deny";

/**
 * Nobody stops an audit source, the deploy role included; only the deploy role changes one. Controls: D33.
 *
 * @param deployRoleArns the exact deploy role of each account
 */
export function auditDeny(deployRoleArns: readonly string[]): readonly Statement[] {
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
      "route53resolver:DeleteResolverQueryLogConfig",
      "route53resolver:DisassociateResolverQueryLogConfig",
    ]),
    deny(
      "AuditIsDeployed",
      [
        "cloudtrail:PutEventSelectors",
        "cloudtrail:PutInsightSelectors",
        "cloudtrail:UpdateTrail",
        "config:PutConfigurationRecorder",
        "config:PutDeliveryChannel",
        "events:DeleteRule",
        "events:DisableRule",
        "events:PutRule",
        "events:PutTargets",
        "events:RemoveTargets",
        "guardduty:UpdateDetector",
        "guardduty:UpdatePublishingDestination",
        "sqs:DeleteQueue",
        "sqs:PurgeQueue",
      ],
      exceptRoles(deployRoleArns),
    ),
  ];
}
