import type { AuditSource } from "../../../config/names";
import type { DeliveredObject } from "./delivered-object";

/** An hour of an account, of which its services deliver what they recorded. */
export interface RecordedHour {
  readonly source: AuditSource;
  readonly start: Date;
  /** Whether it is the first of the rehearsal: what is written when something changes is written then. */
  readonly first: boolean;
}

/** What one service delivers of an hour. */
export type Recorder = (hour: RecordedHour) => readonly DeliveredObject[];

const MINUTE = 60_000;

/** A time of the hour. */
export const minutesInto = ({ start }: RecordedHour, minutes: number) => new Date(start.getTime() + minutes * MINUTE);
