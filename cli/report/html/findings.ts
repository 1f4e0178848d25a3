import type { Finding, Hop } from "../../../policies/finding";
import type { Metadata } from "../../../policies/policy";
import type { Report } from "../../../policies/report";
import type { Found } from "./found";
import { counted, markup, type Markup } from "./markup";

const OUTCOMES = { fail: "Failed", undecided: "Undecided" } as const;

/** Each finding once, the gravest first, with what was found, what was expected, and the path of a leak. */
export function findings(report: Report, found: readonly Found[]): Markup {
  const policies = new Map(report.policies.map(({ policy }) => [policy.id, policy]));
  const items = found.map((each) => item(each, policies.get(each.finding.policy)));
  return markup`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings <span class="count">${report.findings.length}</span></h2>
${items.length === 0 ? markup`<p>Nothing failed, and nothing was left undecided.</p>` : markup`<ul class="findings">${items}</ul>`}
<p class="nothing" hidden>No finding is of that kind.</p>
</section>`;
}

function item({ finding, stacks, id }: Found, policy: Metadata | undefined): Markup {
  const { outcome, severity, verdict } = finding;
  const controls = policy?.controls ?? [];
  const open = verdict === "leaves" ? markup` open` : undefined;
  return markup`<li id="${id}" class="finding" data-stack="${stacks.join(" ")}" data-severity="${severity}" data-outcome="${outcome}" data-control="${controls.join(" ")}">
<details${open}><summary>
<span class="outcome ${outcome}">${OUTCOMES[outcome]}</span>
<h3>${policy?.title ?? finding.policy}</h3>
<span class="where">${finding.policy} · ${severity}${verdict ? markup` · <b class="verdict ${verdict}">${verdict}</b>` : undefined} · ${stacks.filter(Boolean).join(", ") || "every stack"} · <code>${finding.address}</code></span>
</summary>
${finding.witness?.length ? witness(finding.witness) : undefined}
<dl>${facts(finding, stacks, policy).map(([name, content]) => markup`<div><dt>${name}</dt><dd>${content}</dd></div>`)}</dl>
<p class="link"><a href="#${id}">Link to this finding</a></p>
</details></li>
`;
}

function facts(
  finding: Finding,
  stacks: readonly string[],
  policy: Metadata | undefined,
): readonly (readonly [string, Markup])[] {
  const { address, jsonPath, constructPath, source, actual, expected, remediation } = finding;
  const where = `${stacks.length === 1 && stacks[0] ? `${stacks[0]}/` : ""}${address}`;
  return [
    ["Found", markup`<code>${actual}</code>`],
    ["Expected", markup`<code>${expected}</code>`],
    ["Where", markup`<code>${where}</code>${jsonPath ? markup` at <code>${jsonPath}</code>` : undefined}`],
    ...(constructPath ? [["Construct", markup`<code>${constructPath}</code>`] as const] : []),
    ...(source ? [["Made by", markup`<code>${source.file}:${source.line}</code>`] as const] : []),
    ["To do", markup`${remediation}`],
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

/** The path from where data is to where it must not be, with what opens each step. */
function witness(hops: readonly Hop[]): Markup {
  const [first] = hops;
  const steps = hops.map(
    ({ to, mechanism, stack, address, jsonPath }) =>
      markup`<li><span class="mechanism">${mechanism}</span><code>${stack}/${address}${jsonPath ? ` ${jsonPath}` : ""}</code><b>${to}</b></li>`,
  );
  return markup`<div class="witness"><p>${counted(hops.length, "step")}, from <b>${first?.from}</b></p><ol>${steps}</ol></div>`;
}
