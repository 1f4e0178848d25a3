import { DRIFT_EVENT } from "../../config/names";

/**
 * The state in which a rule hears of calls that only read as well, denied ones and root's among them.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html
 */
export const HEARS_OF_READS = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

/** An EventBridge pattern. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
export type EventPattern = Readonly<Record<string, unknown>>;

/** What AWS says itself: whatever else a workload puts onto the bus stays where it is. */
const OF_AWS = [{ prefix: "aws." }];

const call = (service: string, eventName: readonly string[]): EventPattern => ({
  source: [`aws.${service}`],
  "detail-type": ["AWS API Call via CloudTrail"],
  detail: { eventSource: [`${service}.amazonaws.com`], eventName },
});

/** What the monitor hears of at once, by name of the rule. Controls: D36. */
export const ALERTS: Readonly<Record<string, EventPattern>> = {
  "trail-tampering": call("cloudtrail", [
    "DeleteTrail",
    "PutEventSelectors",
    "PutInsightSelectors",
    "StopLogging",
    "UpdateTrail",
  ]),
  "key-changes": call("kms", [
    "DeleteAlias",
    "DisableKey",
    "DisableKeyRotation",
    "PutKeyPolicy",
    "ScheduleKeyDeletion",
    "UpdateAlias",
  ]),
  "bucket-changes": call("s3", [
    "DeleteAccountPublicAccessBlock",
    "DeleteBucketEncryption",
    "DeleteBucketPolicy",
    "PutAccountPublicAccessBlock",
    "PutBucketAcl",
    "PutBucketEncryption",
    "PutBucketPolicy",
    "PutBucketPublicAccessBlock",
    "PutBucketReplication",
    "PutBucketVersioning",
  ]),
  "config-stop": call("config", [
    "DeleteConfigurationRecorder",
    "DeleteDeliveryChannel",
    "PutConfigurationRecorder",
    "PutDeliveryChannel",
    "StopConfigurationRecorder",
  ]),
  "detection-stop": call("guardduty", [
    "DeleteDetector",
    "DeletePublishingDestination",
    "DisassociateFromAdministratorAccount",
    "UpdateDetector",
    "UpdatePublishingDestination",
  ]),
  "alert-removal": call("events", ["DeleteRule", "DisableRule", "PutRule", "PutTargets", "RemoveTargets"]),
  drift: { source: [DRIFT_EVENT.source], "detail-type": [DRIFT_EVENT.detailType] },
  alarms: {
    source: ["aws.cloudwatch"],
    "detail-type": ["CloudWatch Alarm State Change"],
    detail: { state: { value: ["ALARM"] } },
  },
  "threat-findings": { source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"] },
  // Of any detail-type: AWS does not document the one under which denials by an endpoint arrive.
  "denied-access": {
    source: OF_AWS,
    detail: {
      errorCode: ["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation", "VpceAccessDenied"],
    },
  },
  "root-use": { source: OF_AWS, detail: { userIdentity: { type: ["Root"] } } },
  "console-sign-in": { source: OF_AWS, "detail-type": ["AWS Console Sign In via CloudTrail"] },
};
