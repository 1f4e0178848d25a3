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

/** As whatever AWS says itself, and nobody else may. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events.html */
const OF_AWS = new Beginning("aws.");
/** As all calls that the trail records are told. */
export const API_CALL = "AWS API Call via CloudTrail";
/** What most kinds have in common. */
export const COMMON = [API_CALL, OF_AWS];
export const RECORDED = {
  eventVersion: ANYTHING,
  eventID: ANYTHING,
  eventTime: ANYTHING,
  userIdentity: ANYTHING,
} as const;
export const ROOT: EventKind = { type: "Root" };
/** Services say it in different words. @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
export const DENIED = ["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation"];

/** An event as it arrives on a bus, from a place. */
export const eventFrom =
  ({ account, region }: Pick<Place, "account" | "region">) =>
  (parts: EventKind): EventKind => ({
    version: "0",
    id: ANYTHING,
    account,
    region,
    time: ANYTHING,
    source: OF_AWS,
    resources: ANYTHING,
    ...parts,
  });
