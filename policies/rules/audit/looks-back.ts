import type { Resource } from "../../model/resource";
import { all, type Verdict } from "../../verdict";

/** Passes when an alarm is raised by at most so many seconds of what it counts, without a pause among them. */
export function looksBack(alarm: Resource, seconds: number, of: string): Verdict {
  const periods = alarm.value("evaluation_periods");
  const needed = alarm.value("datapoints_to_alarm");
  return all(
    alarm.value("period").mustSatisfy(`at most ${seconds} seconds of ${of}`, ({ data: period }) => {
      const count = periods.data;
      if (typeof period !== "number" || typeof count !== "number") return "unknown";
      return period * count <= seconds;
    }),
    ...(needed.isAbsent
      ? []
      : [needed.mustSatisfy("no more periods than are looked at", ({ data }) => data === periods.data)]),
  );
}
