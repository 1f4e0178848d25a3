import type { Resource } from "../../model/resource";
import { all, type Verdict } from "../../verdict";

/** Passes when a schedule is on, has begun and never ends. */
export function goesOn(schedule: Resource): Verdict {
  return all(
    schedule.value("state").mustNotBe("DISABLED"),
    schedule.value("start_date").mustBeAbsent("no later beginning"),
    schedule.value("end_date").mustBeAbsent("no end"),
  );
}
