import type { Finding } from "../../policies/finding";
import { fingerprintOf } from "../../policies/fingerprint";
import { grouped } from "../../policies/grouped";
import type { Report } from "../../policies/report";

/** What GitHub takes as one comment. @see https://github.com/orgs/community/discussions/27190 */
export const LONGEST_COMMENT = 65_536;

/** The report for a pull request or a ticket: what is wrong first, the counts of every policy folded away. */
export function markdown({ findings, waived, policies, notes, summary, estate, today }: Report): string {
  const { fail, undecided, pass, waived: excused } = summary;
  const clean = findings.length === 0;
  const parts = [
    `## ${clean ? "✅" : "❌"} Estate \`${estate}\` on ${today}: ${fail} failed, ${undecided} undecided, ${pass} passed${excused > 0 ? `, ${excused} waived` : ""}`,
    `${summary.policies} policies looked at ${summary.resources} resources in ${summary.stacks} stacks.`,
    clean ? "" : findingsTable(findings),
    ...findings.filter(({ witness }) => witness).map(witnessList),
    waived.length === 0 ? "" : waivedTable(waived),
    notes.map((note) => `> ${cell(note)}`).join("\n>\n"),
    details(policies),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function findingsTable(findings: readonly Finding[]): string {
  const rows = grouped(findings).map(({ finding, stacks }) => [
    `${finding.outcome === "fail" ? "❌" : "❔"} ${finding.policy}`,
    finding.severity,
    stacks.filter(Boolean).join(", "),
    code(`${finding.address}${finding.jsonPath ? ` ${finding.jsonPath}` : ""}`),
    cell(finding.actual),
    cell(finding.expected),
    cell(finding.remediation),
    code(fingerprintOf(finding)),
  ]);
  return markdownTable(["Policy", "Severity", "Stack", "Where", "Found", "Expected", "To do", "Finding"], rows);
}

function witnessList({ policy, verdict, witness = [] }: Finding): string {
  const hops = witness.map(
    ({ from, to, mechanism, stack, address }, index) =>
      `${index + 1}. ${cell(from)} → ${cell(to)} by ${cell(mechanism)}: ${code(`${stack}/${address}`)}`,
  );
  return [`**${policy} ${verdict ?? ""}**`, "", ...hops].join("\n");
}

function waivedTable(waived: Report["waived"]): string {
  const rows = waived.map(({ waiver, finding }) => [
    waiver.policy,
    code(`${finding.stack}/${finding.address}`),
    waiver.expires,
    cell(waiver.owner),
    cell(waiver.reason),
  ]);
  return `### Waived\n\n${markdownTable(["Policy", "Where", "Until", "Owner", "Reason"], rows)}`;
}

function details(policies: Report["policies"]): string {
  const rows = policies.map(({ policy, counts }) => [
    policy.id,
    cell(policy.title),
    ...[counts.pass, counts.fail, counts.undecided, counts.waived, counts.notApplicable].map(String),
  ]);
  const counted = markdownTable(
    ["Policy", "Desired condition", "Pass", "Fail", "Undecided", "Waived", "Asks nothing"],
    rows,
  );
  return `<details><summary>What was counted</summary>\n\n${counted}\n\n</details>`;
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** Text that stays in its cell, and that no reader takes for markup. */
export function cell(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;")
    .replace(/[*_`[\]@]/g, "\\$&")
    .replace(/\s*[\r\n]\s*/g, " ");
}

export function code(text: string): string {
  return `\`${text
    .replaceAll("`", "'")
    .replaceAll("|", "\\|")
    .replace(/[\r\n]+/g, " ")}\``;
}
