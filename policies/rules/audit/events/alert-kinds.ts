import type { Place } from "../../../../config/place";
import { ANYTHING, Beginning, type EventKind } from "./event";

/** What the monitor must hear of at once. */
export interface AlertKind {
  readonly title: string;
  /** Every event of it, one entry for each value of what distinguishes them. */
  readonly events: readonly EventKind[];
  /** Whether calls that only read are among them: a rule hears of those in one state alone. */
  readonly readsToo: boolean;
}

/** Calls that take away what protects data or its records. */
const CALLS: Readonly<Record<string, readonly [service: string, ...calls: string[]]>> = {
  "tampering with the trail": [
    "cloudtrail",
    "DeleteTrail",
    "PutEventSelectors",
    "PutInsightSelectors",
    "StopLogging",
    "UpdateTrail",
  ],
  "changes of a key": ["kms", "DisableKey", "PutKeyPolicy", "ScheduleKeyDeletion"],
  "changes of a bucket's policy": ["s3", "DeleteBucketPolicy", "PutBucketPolicy"],
  "the end of recording configurations": [
    "config",
    "DeleteConfigurationRecorder",
    "DeleteDeliveryChannel",
    "PutDeliveryChannel",
    "StopConfigurationRecorder",
  ],
  "the end of looking for threats": [
    "guardduty",
    "DeleteDetector",
    "DeletePublishingDestination",
    "UpdateDetector",
    "UpdatePublishingDestination",
  ],
  "the removal of a rule that forwards": ["events", "DeleteRule", "DisableRule", "RemoveTargets"],
};
/** Services say it in different words. @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
const DENIED = ["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation"];
/** An alarm that is raised says so itself, whatever actions it has. */
export const ALARMS = "alarms that are raised";
/** As whatever AWS says itself, and nobody else may. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html */
const OF_AWS = new Beginning("aws.");
/** As all calls that the trail records are told. */
export const API_CALL = "AWS API Call via CloudTrail";
/** What most kinds have in common. */
export const COMMON = [API_CALL, OF_AWS];

/**
 * Every kind of event that must be forwarded, as it arrives on the default bus of a place. (What global services record
 * arrives in the partition's first region alone.)
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function alertKinds(place: Place): readonly AlertKind[] {
  const envelope = {
    version: "0",
    id: ANYTHING,
    account: place.account,
    region: place.region,
    time: ANYTHING,
  } as const;
  const recorded = { eventVersion: ANYTHING, eventID: ANYTHING, eventTime: ANYTHING, userIdentity: ANYTHING } as const;
  const event = (parts: EventKind): EventKind => ({ ...envelope, source: OF_AWS, resources: ANYTHING, ...parts });
  const call = (detail: EventKind) => event({ "detail-type": API_CALL, detail: { ...recorded, ...detail } });
  const signIn: EventKind = { eventSource: "signin.amazonaws.com", eventName: ANYTHING, ...recorded };
  const root = { type: "Root" };
  const signingIn = (detail: EventKind) =>
    event({ source: "aws.signin", "detail-type": "AWS Console Sign In via CloudTrail", detail });
  const changes = Object.entries(CALLS).map(([title, [service, ...names]]): AlertKind => {
    const detail = { eventSource: `${service}.amazonaws.com`, eventType: "AwsApiCall", ...recorded };
    return {
      title,
      events: names.map((eventName) => ({ ...call({ ...detail, eventName }), source: `aws.${service}` })),
      readsToo: false,
    };
  });
  return [
    ...changes,
    { title: "denied access", events: DENIED.map((errorCode) => call({ errorCode })), readsToo: true },
    {
      title: "access denied by an endpoint",
      // Under which detail-type EventBridge delivers network activity is not documented: no rule may count on one.
      events: [event({ "detail-type": ANYTHING, detail: { ...recorded, errorCode: "VpceAccessDenied" } })],
      readsToo: true,
    },
    {
      title: "use of the root user",
      events: [call({ userIdentity: root }), signingIn({ ...signIn, userIdentity: root })],
      readsToo: true,
    },
    { title: "sign-ins to the console", events: [signingIn(signIn)], readsToo: false },
    {
      title: "drift from what is declared",
      events: [
        event({
          source: "clover.drift",
          "detail-type": "Deployment differs from its declaration",
          detail: { estate: ANYTHING, stack: ANYTHING, resources: ANYTHING },
        }),
      ],
      readsToo: false,
    },
    {
      title: ALARMS,
      events: [
        event({
          source: "aws.cloudwatch",
          "detail-type": "CloudWatch Alarm State Change",
          detail: { alarmName: ANYTHING, state: { value: "ALARM", reason: ANYTHING, timestamp: ANYTHING } },
        }),
      ],
      readsToo: false,
    },
    {
      title: "findings of threats",
      events: [event({ source: "aws.guardduty", "detail-type": "GuardDuty Finding", detail: ANYTHING })],
      readsToo: false,
    },
  ];
}
