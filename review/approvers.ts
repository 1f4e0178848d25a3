import { CONTROL_AREAS, type ControlArea, type Estate } from "../config/estate";
import { APPROVED_BY_MONITOR } from "../config/fields";
import { MONITOR } from "../config/places";
import { GRAVE, type Entry } from "./entry";

/** The areas of the control catalogue go by letters, in the same order. */
function areaOf(control: string): ControlArea | undefined {
  return CONTROL_AREAS["ABCDEFGH".indexOf(control[0]!)];
}

/**
 * Who must approve a change: the approver of every area that it touches, and the monitor for what is the monitor's.
 *
 * @param before the estate as it was: a change does not choose its own approvers
 */
export function approversOf(
  { verdict, controls, at }: Pick<Entry, "verdict" | "controls" | "at">,
  before: Estate,
): readonly string[] {
  if (!GRAVE.includes(verdict)) return [];
  const areas = new Set(controls.map(areaOf).filter((area) => area !== undefined));
  if (at.some(({ stack }) => stack === MONITOR)) areas.add("audit");
  return [...new Set([...areas].map((area) => nameOf(before.approvals[area], before)))];
}

function nameOf(approver: string, { monitor }: Estate): string {
  return approver === APPROVED_BY_MONITOR ? monitor.name : approver;
}
