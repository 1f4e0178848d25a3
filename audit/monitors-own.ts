import { VERIFICATION_PROBE } from "../config/names";
import { dateOverlaps } from "./delivered-key";
import { INCIDENTS, isIncidentKey } from "./incident";

const VERDICTS = "validation/";
/** Under each of them is a folder for each stack. */
const BY_STACK: readonly string[] = [VERDICTS, INCIDENTS];
const BY_MONTH = /^(?:(?<yyyy>\d{4})\/(?:(?<mm>\d{2})\/)?)?$/;
const BY_DAY = /^(?:(?<yyyy>\d{4})\/(?:(?<mm>\d{2})\/(?:(?<dd>\d{2})\/)?)?)?$/;
const PROBE_FOLDER = VERIFICATION_PROBE.slice(0, VERIFICATION_PROBE.indexOf("/") + 1);

/** Where the monitor keeps its verdict on a stack's day: in the stack's archive, beside the records. */
export function verdictKey(stack: string, day: Date): string {
  return `${VERDICTS}${stack}/${day.toISOString().slice(0, "YYYY-MM-DD".length).replaceAll("-", "/")}.json`;
}

/** Whether the monitor wrote an object itself: a verdict, an incident, or what verification tries. None is a record. */
export function isMonitorsOwn(key: string, stack: string): boolean {
  const day = /(\d{4})\/(\d{2})\/(\d{2})\.json$/.exec(key)?.slice(1).join("-");
  const at = new Date(day ?? "");
  if (key === VERIFICATION_PROBE || isIncidentKey(key, stack)) return true;
  return !Number.isNaN(at.getTime()) && key === verdictKey(stack, at);
}

/**
 * Whether a folder can hold what the monitor wrote of the days between two times.
 *
 * @returns nothing when the monitor writes into no such folder
 */
export function ownFolderCovers(folder: string, stack: string, from: Date, to: Date): boolean | undefined {
  if (folder === PROBE_FOLDER || BY_STACK.includes(folder)) return true;
  const own = BY_STACK.map((root) => `${root}${stack}/`).find((root) => folder.startsWith(root));
  if (!own) return undefined;
  const form = own.startsWith(INCIDENTS) ? BY_DAY : BY_MONTH;
  const fields = form.exec(folder.slice(own.length))?.groups;
  return fields && dateOverlaps(fields, from, to);
}
