import type { Finding } from "../../../policies/finding";
import { fingerprintOf } from "../../../policies/fingerprint";
import type { Metadata } from "../../../policies/policy";
import type { Report } from "../../../policies/report";
import type { Found } from "./found";
import { item, type Fact } from "./item";
import { markup, type Markup } from "./markup";
import { witness } from "./witness";

const OUTCOMES = { fail: "Failed", undecided: "Undecided" } as const;

/** Each finding once, the gravest first, with what was found, what was expected, and the path of a leak. */
export function findings(report: Report, found: readonly Found[]): Markup {
  const policies = new Map(report.policies.map(({ policy }) => [policy.id, policy]));
  const items = found.map((each) => told(each, policies.get(each.finding.policy)));
  return markup`<section id="findings" data-items="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings <span class="count">${report.findings.length}</span></h2>
${items.length === 0 ? markup`<p>Nothing failed, and nothing was left undecided.</p>` : markup`<ul class="findings">${items}</ul>`}
<p class="nothing" hidden>No finding is of that kind.</p>
</section>`;
}

function told({ finding, stacks, id }: Found, policy: Metadata | undefined): Markup {
  const { outcome, severity, verdict, address, witness: hops } = finding;
  return item({
    id,
    data: { stack: stacks, severity: [severity], outcome: [outcome], control: policy?.controls ?? [] },
    outcome: [outcome, OUTCOMES[outcome]],
    title: policy?.title ?? finding.policy,
    where: markup`${finding.policy} · ${severity}${verdict ? markup` · <b class="verdict ${verdict}">${verdict}</b>` : undefined} · ${stacks.filter(Boolean).join(", ") || "every stack"} · <code>${address}</code>`,
    ...(hops?.length && { lead: witness(hops) }),
    facts: facts(finding, stacks, policy),
    isOpen: verdict === "leaves",
  });
}

function facts(finding: Finding, stacks: readonly string[], policy: Metadata | undefined): readonly Fact[] {
  const { address, jsonPath, constructPath, source, actual, expected, remediation } = finding;
  const where = `${stacks.length === 1 && stacks[0] ? `${stacks[0]}/` : ""}${address}`;
  return [
    ["Found", markup`<code>${actual}</code>`],
    ["Expected", markup`<code>${expected}</code>`],
    ["Where", markup`<code>${where}</code>${jsonPath ? markup` at <code>${jsonPath}</code>` : undefined}`],
    ...(constructPath ? [["Construct", markup`<code>${constructPath}</code>`] as const] : []),
    ...(source ? [["Made by", markup`<code>${source.file}:${source.line}</code>`] as const] : []),
    ["To do", markup`${remediation}`],
    ["Finding", markup`<code>${fingerprintOf(finding)}</code>`],
    ...(policy ? [["Why", markup`${policy.rationale}`] as const] : []),
    ...(policy
      ? [
          [
            "Controls",
            markup`${policy.controls.map((id, index) => markup`${index > 0 ? ", " : ""}<a href="#control-${id}">${id}</a>`)}`,
          ] as const,
        ]
      : []),
  ];
}
