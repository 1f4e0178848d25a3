import type { TrailRecord } from "../../audit/trail-records";
import { TRAIL_EVENT, type TrailEventType } from "../../config/trail-event";

/** What one call of PutEvents takes. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
const MOST_ENTRIES = 10;
const MOST_BYTES = 256 * 1024;
/** Of an entry, besides its detail: its time, its source and its type. */
const ENVELOPE_BYTES = 128;
/** What a record can be told without; the archive has all of it. The longest first. */
const OMISSIBLE = ["responseElements", "requestParameters", "additionalEventData", "serviceEventDetails", "resources"];

/** An event for the monitor's bus. */
export interface Entry {
  readonly Time: Date;
  readonly Source: string;
  readonly DetailType: TrailEventType;
  readonly Detail: string;
}

/**
 * The event of a record: the record itself, which says whose account it is of.
 *
 * @throws Error when it is too long for an event, also without what can be left out
 */
export function entryOf(type: TrailEventType, record: TrailRecord, account: string): Entry {
  const detail = { ...record, recipientAccountId: account };
  return {
    Time: new Date(record.eventTime),
    Source: TRAIL_EVENT.source,
    DetailType: type,
    Detail: fitting(detail),
  };
}

function fitting(record: Readonly<Record<string, unknown>>): string {
  for (let count = 0; count <= OMISSIBLE.length; count++) {
    const omitted = OMISSIBLE.slice(0, count).filter((name) => name in record);
    const kept = Object.fromEntries(Object.entries(record).filter(([name]) => !omitted.includes(name)));
    const detail = JSON.stringify(omitted.length > 0 ? { ...kept, omitted } : kept);
    if (bytesOf(detail) <= MOST_BYTES) return detail;
  }
  throw new Error(`The record ${String(record["eventID"])} is too long to be told of`);
}

/** As few calls as take them all, in their order. */
export function batches(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const all: Entry[][] = [];
  let free = 0;
  for (const entry of entries) {
    const bytes = bytesOf(entry.Detail);
    const last = all.at(-1);
    if (last && last.length < MOST_ENTRIES && bytes <= free) {
      last.push(entry);
      free -= bytes;
    } else {
      all.push([entry]);
      free = MOST_BYTES - bytes;
    }
  }
  return all;
}

const bytesOf = (detail: string) => Buffer.byteLength(detail) + ENVELOPE_BYTES;
