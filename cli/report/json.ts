import { fingerprintOf } from "../../policies/fingerprint";
import { requirementsOf } from "../../policies/packs";
import type { Report } from "../../policies/report";

/**
 * The report for programs: `summary`, `findings`, `waived`, every policy that was asked with its counts, and what the
 * map shows.
 *
 * `findings` holds what failed and what could not be decided, and nothing else. What a waiver covers is counted as
 * `waived` and as nothing else. The `finding` of each is what a waiver names.
 */
export function json({ estate, today, summary, findings, waived, policies, places, channels, notes }: Report): string {
  const document = {
    summary: { estate, today, ...summary },
    findings: findings.map((finding) => ({ ...finding, finding: fingerprintOf(finding) })),
    waived: waived.map(({ waiver, finding }) => ({ ...finding, finding: fingerprintOf(finding), waiver })),
    policies: policies.map(({ policy: { id, title, severity, controls }, counts }) => ({
      id,
      title,
      severity,
      controls,
      requirements: requirementsOf(controls),
      counts,
    })),
    places,
    channels,
    notes,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
