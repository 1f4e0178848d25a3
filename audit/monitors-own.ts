import { VERIFICATION_PROBE } from "../config/names";
import { dateOverlaps } from "./delivered-key";

const VERDICTS = "validation/";
const PROBE_FOLDER = VERIFICATION_PROBE.slice(0, VERIFICATION_PROBE.indexOf("/") + 1);

/** Where the monitor keeps its verdict on a stack's day: in the stack's archive, beside the records. */
export function verdictKey(stack: string, day: Date): string {
  return `${VERDICTS}${stack}/${day.toISOString().slice(0, "YYYY-MM-DD".length).replaceAll("-", "/")}.json`;
}

/** Whether the monitor wrote an object itself: a verdict, or what verification tries. Neither is a record. */
export function isMonitorsOwn(key: string, stack: string): boolean {
  const day = /(\d{4})\/(\d{2})\/(\d{2})\.json$/.exec(key)?.slice(1).join("-");
  const at = new Date(day ?? "");
  return key === VERIFICATION_PROBE || (!Number.isNaN(at.getTime()) && key === verdictKey(stack, at));
}

/**
 * Whether a folder can hold what the monitor wrote of the days between two times.
 *
 * @returns nothing when the monitor writes into no such folder
 */
export function ownFolderCovers(folder: string, stack: string, from: Date, to: Date): boolean | undefined {
  if (folder === PROBE_FOLDER || folder === VERDICTS) return true;
  const own = `${VERDICTS}${stack}/`;
  if (!folder.startsWith(own)) return undefined;
  const fields = /^(?:(?<yyyy>\d{4})\/(?:(?<mm>\d{2})\/)?)?$/.exec(folder.slice(own.length))?.groups;
  return fields && dateOverlaps(fields, from, to);
}
