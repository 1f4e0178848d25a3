import type { Canary } from "../../../config/names";
import { ABSENT, ANYTHING, type EventKind } from "./events/event";
import { API_CALL } from "./events/alert-kind";

/** The calls that a canary makes, by what becomes of them. */
export const CALLS = { allowed: "GenerateRandom", denied: "GenerateDataKeyWithoutPlaintext" } as const;
export type Call = keyof typeof CALLS;

/** The record of a call, as EventBridge hears of it. */
export function recordOf({ account, region, roleArn }: Canary, call: Call): EventKind {
  return {
    version: "0",
    account,
    region,
    source: "aws.kms",
    "detail-type": API_CALL,
    time: ANYTHING,
    detail: {
      eventVersion: ANYTHING,
      eventSource: "kms.amazonaws.com",
      eventName: CALLS[call],
      eventType: "AwsApiCall",
      eventTime: ANYTHING,
      userIdentity: { type: "AssumedRole", accountId: account, sessionContext: { sessionIssuer: { arn: roleArn } } },
      errorCode: call === "denied" ? "AccessDenied" : ABSENT,
    },
  };
}
