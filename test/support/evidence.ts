import { evidenceDigest, type DrainEvidence } from "../../config/drain-evidence";
import { drainStores } from "../../config/drain-stores";
import type { Estate } from "../../config/estate";

const DIGEST = `sha256:${"0".repeat(64)}`;

/** Evidence that everything of an estate's enclave has come home into its drain target, with what differs. */
export function evidenceOf(estate: Estate, differs: Partial<DrainEvidence> = {}): DrainEvidence {
  const objects = { versions: 3, bytes: 30, digest: DIGEST };
  const items = { count: 2, digest: DIGEST };
  const rest = {
    format: "clover-drain-2" as const,
    estate: estate.name,
    sunset: estate.enclave.sunset,
    comparedOn: "2026-11-24",
    ...drainStores(estate),
    objects: { held: 5, source: objects, target: objects, newerAtHome: 1, erasedAtHome: 1 },
    items: { held: 4, source: items, target: items, newerAtHome: 1, erasedAtHome: 1 },
    deletions: { objects: { inSource: 1, currentInTarget: 1 }, items: { inSource: 1, currentInTarget: 0 } },
    ...differs,
  };
  return { ...rest, digest: differs.digest ?? evidenceDigest(rest) };
}

/** The estate once its enclave is retired on that evidence. */
export function retired(estate: Estate): Estate {
  return { ...estate, enclave: { ...estate.enclave, phase: "retired", drained: evidenceOf(estate) } };
}
