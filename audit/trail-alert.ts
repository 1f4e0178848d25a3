import { TRAIL_EVENT, WAYS_IN, WAYS_IN_SERVICES, type TrailEventType } from "../config/trail-event";
import type { TrailRecord } from "./trail-records";

/** Services say it in different words. */
const DENIED = /^(AccessDenied.*|.*UnauthorizedOperation|VpceAccessDenied)$/;
const SIGN_IN = "signin.amazonaws.com";

type Told = readonly [type: TrailEventType, isTold: (record: TrailRecord, breakGlassRoleArn: string) => boolean];

/** In this order: of what is several, the gravest is told. A call that failed otherwise than by a denial changed nothing. */
const KINDS: readonly Told[] = [
  [TRAIL_EVENT.rootUsed, (record) => textAt(record, "userIdentity", "type") === "Root"],
  [TRAIL_EVENT.breakGlassUsed, usesRole],
  [TRAIL_EVENT.callDenied, (record) => DENIED.test(textAt(record, "errorCode") ?? "")],
  [TRAIL_EVENT.organizationChanged, (record) => isFrom(record, "organizations") && changes(record)],
  [TRAIL_EVENT.wayInMade, makesWayIn],
  [TRAIL_EVENT.identityChanged, (record) => isFrom(record, "iam") && changes(record)],
  [
    TRAIL_EVENT.signedIn,
    (record) => record.eventSource === SIGN_IN || textAt(record, "eventType") === "AwsConsoleSignIn",
  ],
];

/**
 * As what a record is told to the monitor, or nothing when it is none of what matters at once.
 *
 * @param breakGlassRoleArn the one role that is for emergencies
 */
export function trailAlert(record: TrailRecord, breakGlassRoleArn: string): TrailEventType | undefined {
  return KINDS.find(([, isTold]) => isTold(record, breakGlassRoleArn))?.[0];
}

/** Somebody takes it on, or works in it. */
function usesRole(record: TrailRecord, roleArn: string): boolean {
  return [
    textAt(record, "requestParameters", "roleArn"),
    textAt(record, "userIdentity", "sessionContext", "sessionIssuer", "arn"),
  ].includes(roleArn);
}

/** STS calls everything that it does a read. */
function makesWayIn(record: TrailRecord): boolean {
  const names: readonly string[] = WAYS_IN;
  const isNamed = WAYS_IN_SERVICES.some((service) => isFrom(record, service)) && names.includes(record.eventName);
  return isNamed && textAt(record, "errorCode") === undefined;
}

const isFrom = ({ eventSource }: TrailRecord, service: string) => eventSource === `${service}.amazonaws.com`;

/** A record that does not say that it only reads is one of a change. */
function changes(record: TrailRecord): boolean {
  return record["readOnly"] !== true && textAt(record, "errorCode") === undefined;
}

function textAt(record: TrailRecord, ...path: readonly string[]): string | undefined {
  let found: unknown = record;
  for (const field of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[field];
  }
  return typeof found === "string" ? found : undefined;
}
