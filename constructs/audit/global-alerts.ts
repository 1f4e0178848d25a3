import { globalRegion } from "../../config/audit-deliveries";
import type { Estate } from "../../config/estate";
import type { Place } from "../../config/place";
import { TRAIL_EVENT, WAYS_IN, WAYS_IN_SERVICES } from "../../config/trail-event";
import { ALERTS, OF_AWS, type EventPattern } from "./alerts";

const API_CALL = { "detail-type": ["AWS API Call via CloudTrail"] };
const sources = (services: readonly string[]) => services.map((service) => `aws.${service}`);
const eventSource = (services: readonly string[]) => services.map((service) => `${service}.amazonaws.com`);
const ORGANIZATION = ["organizations"];
const IDENTITY = ["iam"];
/** Other services that make ways in: of each change of IAM is heard in any case. */
const BESIDE_IDENTITY = WAYS_IN_SERVICES.filter((service) => !IDENTITY.includes(service));

/** What is heard of in the partition's first region alone. Controls: D36, E41. */
const GLOBAL_ALERTS: Readonly<Record<string, EventPattern>> = {
  "organization-changes": {
    source: sources(ORGANIZATION),
    ...API_CALL,
    detail: { eventSource: eventSource(ORGANIZATION), readOnly: [false] },
  },
  "identity-changes": {
    source: sources(IDENTITY),
    ...API_CALL,
    detail: { eventSource: eventSource(IDENTITY), readOnly: [false] },
  },
  "ways-in": {
    source: sources(BESIDE_IDENTITY),
    ...API_CALL,
    detail: { eventSource: eventSource(BESIDE_IDENTITY), eventName: WAYS_IN },
  },
};

/** What the rules of a place forward, by name: global services are heard of in one region of the partition. */
export function alertsOf(place: Place): Readonly<Record<string, EventPattern>> {
  return place.region === globalRegion(place) ? { ...ALERTS, ...GLOBAL_ALERTS } : ALERTS;
}

/**
 * What of it no ordinary day has, as it arrives on the monitor's bus: forwarded by a rule, or told of a trail's record.
 * What failed has changed nothing.
 */
export const globalIncidents = ({ organization }: Estate): Readonly<Record<string, EventPattern>> => ({
  "organization-changes": {
    source: [...sources(ORGANIZATION), TRAIL_EVENT.source],
    detail: { eventSource: eventSource(ORGANIZATION), readOnly: [false], errorCode: [{ exists: false }] },
  },
  "ways-in": {
    source: [...sources(WAYS_IN_SERVICES), TRAIL_EVENT.source],
    detail: { eventSource: eventSource(WAYS_IN_SERVICES), eventName: WAYS_IN, errorCode: [{ exists: false }] },
  },
  "root-use": { ...ALERTS["root-use"], source: [...OF_AWS, TRAIL_EVENT.source] },
  "break-glass-use": {
    ...BREAK_GLASS_USE(organization.breakGlassRoleArn),
    source: ["aws.sts", TRAIL_EVENT.source],
  },
});

/** That somebody takes on the role for emergencies, or tries to, wherever STS was asked. Controls: D36, E42. */
export const BREAK_GLASS_USE = (roleArn: string): EventPattern => ({
  source: ["aws.sts"],
  detail: {
    eventSource: eventSource(["sts"]),
    eventName: ["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"],
    requestParameters: { roleArn: [roleArn] },
  },
});
