import { EXPORT_DAYS } from "../../config/drain-stores";
import type { Enclave } from "../../config/estate";
import type { DrainPath } from "../../config/names";
import type { PassingObjects } from "../encryption/hardened-bucket";

/** Days that the drain's record is kept once the enclave is retired, and nothing can be brought home any more. */
const RECORD_DAYS = 30;

/** The export of the enclave's table: everybody's items, erased ones too. It lies at both ends, and is needed until it is imported. */
export function drainExport({ exportPrefix }: DrainPath): PassingObjects {
  return { id: "drain-export", prefix: `${exportPrefix}/`, days: EXPORT_DAYS };
}

/** What the drain leaves in its target. Its record says what is never brought again, so that it is kept as long as something can be. */
export function drainLeftovers(drain: DrainPath, phase: Enclave["phase"]): readonly PassingObjects[] {
  const record = { id: "drain-record", prefix: `${drain.recordPrefix}/`, days: RECORD_DAYS };
  return [drainExport(drain), ...(phase === "retired" ? [record] : [])];
}
