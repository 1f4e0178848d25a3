import type { DeclaredFile } from "./declared-file";
import { parse } from "./draft";
import { drainEvidence, type DrainEvidence } from "./drain-evidence";
import type { Estate } from "./estate";
import { evidenceHolds } from "./invariants/evidence";
import type { Problem } from "./problem";

/**
 * The estate with the evidence of its enclave's drain.
 *
 * @throws EstateError when the evidence is malformed, changed, of another estate or of an incomplete drain
 */
export function withEvidence(estate: Estate, { value, refusal }: DeclaredFile, today: string): Estate {
  const problems: Problem[] = [];
  const drained = parse(drainEvidence, value, [], problems) as DrainEvidence | undefined;
  if (drained) problems.push(...evidenceHolds(drained, estate, today));
  if (problems.length > 0) throw refusal(problems);
  return { ...estate, enclave: { ...estate.enclave, drained } };
}
