import { renameSync, writeFileSync } from "node:fs";
import { evidenceDigest, type DrainEvidence } from "../../config/drain-evidence";
import { drainStores } from "../../config/drain-stores";
import type { Estate } from "../../config/estate";
import { Failure } from "../failure";
import type { Compared, Comparison } from "./compare";

/**
 * Writes that everything has come home, whole or not at all: a run that is stopped leaves no half of it.
 *
 * @throws Failure when it is not so
 */
export function writeEvidence(file: string, estate: Estate, today: string, comparison: Comparison): void {
  if (!comparison.isComplete) {
    throw new Failure(`${file} is not written: the drain to ${estate.enclave.drainTarget} is not complete.`, 1);
  }
  const evidence = evidenceOf(estate, today, comparison);
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    writeFileSync(unfinished, `${JSON.stringify(evidence, null, 2)}\n`);
    renameSync(unfinished, file);
  } catch (error) {
    throw new Failure(`${file}: the evidence cannot be written: ${(error as NodeJS.ErrnoException).code}`);
  }
}

function evidenceOf(estate: Estate, today: string, { objects, items, deletions }: Comparison): DrainEvidence {
  const rest = {
    format: "clover-drain-2",
    estate: estate.name,
    sunset: estate.enclave.sunset,
    comparedOn: today,
    ...drainStores(estate),
    objects: accounted(objects),
    items: accounted(items),
    deletions,
  } as const;
  return { ...rest, digest: evidenceDigest(rest) };
}

/** Nothing is missing or different: that is not said again. */
function accounted<Sum>({ held, source, target, newerAtHome, erasedAtHome }: Compared<Sum>) {
  return { held, source, target, newerAtHome, erasedAtHome };
}
