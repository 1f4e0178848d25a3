import { globalRegion } from "../../../../config/audit-deliveries";
import type { Estate } from "../../../../config/estate";
import { ORGANIZATION, type StackPlace } from "../../../../config/places";
import { API_CALL, DENIED, eventFrom, RECORDED, ROOT, type AlertKind } from "./alert-kind";
import { CALLS } from "./calls";
import { ANYTHING, type EventKind } from "./event";
import { BREAK_GLASS, globalKinds, ROOT_USE, takingOn } from "./global-kinds";

/** An alarm that is raised says so itself, whatever actions it has. */
export const ALARMS = "alarms that are raised";
/**
 * Every kind of event that must be forwarded, as it arrives on the default bus of a place. What global services record
 * arrives in the partition's first region alone.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function alertKinds(place: StackPlace, estate: Estate): readonly AlertKind[] {
  const event = eventFrom(place);
  const call = (detail: EventKind) => event({ "detail-type": API_CALL, detail: { ...RECORDED, ...detail } });
  const signIn: EventKind = { eventSource: "signin.amazonaws.com", eventName: ANYTHING, ...RECORDED };
  const signingIn = (detail: EventKind) =>
    event({ source: "aws.signin", "detail-type": "AWS Console Sign In via CloudTrail", detail });
  const ofService = (service: string, detail: EventKind) => ({ ...call(detail), source: `aws.${service}` });
  const changes = Object.entries(CALLS).map(([title, [service, ...names]]): AlertKind => {
    const detail = { eventSource: `${service}.amazonaws.com`, eventType: "AwsApiCall" };
    return {
      title,
      events: names.map((eventName) => ofService(service, { ...detail, eventName })),
      readsToo: false,
    };
  });
  const heardHere = place.region === globalRegion(place);
  return [
    ...changes,
    ...(heardHere ? globalKinds((service, _, record) => ofService(service, record)) : []),
    ...(place.stack === ORGANIZATION
      ? [{ title: BREAK_GLASS, events: takingOn(estate).map((record) => ofService("sts", record)), readsToo: true }]
      : []),
    { title: "denied access", events: DENIED.map((errorCode) => call({ errorCode })), readsToo: true },
    {
      title: "access denied by an endpoint",
      // Under which detail-type EventBridge delivers network activity is not documented: no rule may count on one.
      events: [event({ "detail-type": ANYTHING, detail: { ...RECORDED, errorCode: "VpceAccessDenied" } })],
      readsToo: true,
    },
    {
      title: ROOT_USE,
      events: [call({ userIdentity: ROOT }), signingIn({ ...signIn, userIdentity: ROOT })],
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
