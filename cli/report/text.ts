import { fingerprintOf } from "../../policies/fingerprint";
import type { Report } from "../../policies/report";
import { tellFindings, tellVerdict } from "../../policies/telling";
import { table } from "../table";

/** The report for a person at a terminal: what is wrong first, then what was counted. */
export function text(report: Report): string {
  const { waived, policies, notes } = report;
  const parts = [
    ...tellFindings(report),
    waived.length > 0 ? `Waived:\n${waivedTold(report)}` : "",
    table(
      ["Policy", "Severity", "Pass", "Fail", "Undecided", "Waived", "Asks nothing", "Desired condition"],
      policies.map(({ policy, counts }) => [
        policy.id,
        policy.severity,
        String(counts.pass),
        String(counts.fail),
        String(counts.undecided),
        String(counts.waived),
        String(counts.notApplicable),
        policy.title,
      ]),
    ),
    notes.join("\n"),
    tellVerdict(report),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function waivedTold({ waived }: Report): string {
  return waived
    .map(({ waiver, finding }) => {
      const where = `${finding.stack}/${finding.address}`;
      const open = `\n    whatever comes to be found there: write 'finding: ${fingerprintOf(finding)}' into the waiver, which binds it to this`;
      return `  ${waiver.policy} on ${where} until ${waiver.expires}, by ${waiver.owner}: ${waiver.reason}\n    found ${finding.actual}${waiver.finding === undefined ? open : ""}`;
    })
    .join("\n");
}
