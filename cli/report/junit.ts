import builder from "junit-report-builder";
import type { Finding } from "../../policies/finding";
import type { Report } from "../../policies/report";

/** The report for CI: a test suite for each policy, a failed case for each finding, a skipped one for each waived. */
export function junit({ policies, findings, waived, estate }: Report): string {
  const root = builder.newBuilder();
  for (const { policy, counts } of policies) {
    const suite = root.testSuite().name(`${policy.id} ${policy.title}`);
    suite
      .property("estate", estate)
      .property("passed", String(counts.pass))
      .property("asksNothing", String(counts.notApplicable));
    const own = findings.filter((finding) => finding.policy === policy.id);
    const excused = waived.filter(({ waiver }) => waiver.policy === policy.id);
    for (const finding of own) {
      suite.testCase().className(policy.id).name(nameOf(finding)).failure(detailsOf(finding), finding.outcome);
    }
    for (const { waiver, finding } of excused) {
      const why = `waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`;
      suite
        .testCase()
        .className(policy.id)
        .name(`${nameOf(finding)} (${why})`)
        .skipped();
    }
    if (own.length + excused.length === 0) {
      const verdict = counts.pass > 0 ? `holds for ${counts.pass}` : "has nothing to judge";
      suite.testCase().className(policy.id).name(`${policy.title}: ${verdict}`);
    }
  }
  return `${root.build().trim()}\n`;
}

function nameOf({ stack, address, jsonPath }: Finding): string {
  return `${stack}/${address}${jsonPath ? ` at ${jsonPath}` : ""}`;
}

function detailsOf({ message, actual, expected, remediation, constructPath, witness = [] }: Finding): string {
  return [
    message,
    `found: ${actual}`,
    `expected: ${expected}`,
    ...witness.map(({ from, to, mechanism, stack, address }) => `${from} → ${to} by ${mechanism}: ${stack}/${address}`),
    ...(constructPath ? [`construct: ${constructPath}`] : []),
    remediation,
  ].join("\n");
}
