import type { Hop } from "./finding";
import { fingerprintOf } from "./fingerprint";
import { grouped, type Group } from "./grouped";
import type { Report } from "./report";

/** What is wrong, for a person: each finding once, with the stacks that have it alike. */
export function tellFindings({ findings }: Report): readonly string[] {
  return grouped(findings).map(formatFinding);
}

/** What was looked at and how it came out, in one sentence. */
export function tellVerdict({ estate, today, summary }: Report): string {
  const { stacks, resources, policies, pass, fail, undecided, waived } = summary;
  const looked = `${resources} resources in ${stacks} ${stacks === 1 ? "stack" : "stacks"} of estate ${estate}, on ${today}`;
  const verdicts = `${pass} passed, ${fail} failed, ${undecided} undecided, ${waived} waived`;
  return `${policies} policies looked at ${looked}: ${verdicts}.`;
}

function formatFinding({ finding, stacks }: Group): string {
  const { policy, severity, outcome, verdict, address, jsonPath, constructPath } = finding;
  const lines = [
    `${outcome === "fail" ? "FAIL" : "UNDECIDED"} ${policy} (${severity})${verdict ? ` ${verdict}` : ""}: ${finding.message}`,
    `  where     ${stacks.filter(Boolean).join(", ") || "every stack"}: ${address}${jsonPath ? ` at ${jsonPath}` : ""}`,
    ...(constructPath ? [`  construct ${constructPath}`] : []),
    `  found     ${finding.actual}`,
    `  expected  ${finding.expected}`,
    ...(finding.witness ?? []).map((hop, index) => `  ${index === 0 ? "path     " : "then     "} ${hopTold(hop)}`),
    `  to do     ${finding.remediation}`,
    `  finding   ${fingerprintOf(finding)}`,
  ];
  return lines.join("\n");
}

function hopTold({ from, to, mechanism, stack, address, jsonPath }: Hop): string {
  return `${from} → ${to} by ${mechanism}: ${stack}/${address}${jsonPath ? ` at ${jsonPath}` : ""}`;
}
