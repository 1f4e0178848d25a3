import type { Period } from "../../audit/chain";
import type { Estate } from "../../config/estate";
import { visible } from "../report/visible";
import { table } from "../table";
import type { Finding, FindingKind, SourceCount, StackVerdict } from "./verdict";

const TOLD: Readonly<Record<FindingKind, string>> = {
  silence: "nothing was delivered",
  "time-gap": "no digest covers this time",
  "digest-missing": "the digest after it names it, and it is not there",
  "digest-unreadable": "it is no digest of this trail, account and region",
  "digest-moved": "it says that it belongs elsewhere",
  "digest-altered": "its content is not what the digest after it says",
  "signature-invalid": "its signature is not CloudTrail's for this content",
  "key-not-found": "CloudTrail has no public key of the fingerprint that it names",
  "chain-broken": "it does not follow the digest before it: recording was stopped, or a link replaced",
  "log-missing": "a digest names it, and it is not there",
  "log-altered": "its content is not what CloudTrail's digest says",
  "log-unnamed": "no valid digest of its hour names it: CloudTrail did not write it",
  "archive-missing": "there is no such bucket",
  "archive-unlocked": "the archive does not keep what is put into it as declared",
  unlocked: "it has no lock and can be deleted today",
  "not-compliance": "its lock can be bypassed",
  "retention-short": "it is kept for less than declared",
  "foreign-key": "it is not encrypted with the archive's key",
  undeclared: "no declared service delivers there",
  "delete-marker": "a delete marker hides it; its versions are still there",
  overwritten: "a record is written once; the first version is still there",
  "not-replicated": "it is in the intake and did not arrive in the archive",
};

/** Objects of one kind of gap that are named one by one. */
const MOST_TOLD = 5;

const time = (at: Date) => at.toISOString().replace(/\.\d+Z$/, "Z");

/** For a person: every gap with account, source and time, then what was counted. */
export function auditText(estate: Estate, period: Period, verdicts: readonly StackVerdict[]): string {
  const findings = verdicts.flatMap((verdict) => verdict.findings);
  return `${[
    ...alike(findings).map(told),
    table(
      ["Stack", "Source", "Objects", "First", "Last", "Silent at most"],
      verdicts.flatMap(({ stack, sources }) => sources.map((source) => sourceRow(stack, source))),
    ),
    ...quietNotes(verdicts),
    summaryLine(estate, period, verdicts),
  ].join("\n")}\n`;
}

/** Findings that differ in nothing but the object are told together. */
function alike(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { kind, stack, service, region, bucket, observed } = finding;
    const id = JSON.stringify([kind, stack, service, region, bucket, observed]);
    const group = groups.get(id);
    if (group) group.push(finding);
    else groups.set(id, [finding]);
  }
  return [...groups.values()];
}

function told(findings: readonly [Finding, ...Finding[]]): string {
  const [{ kind, stack, account, service, region, observed }] = findings;
  const source = [service ?? "archive", region].filter(Boolean).join(", ");
  const what = `${TOLD[kind]}${observed ? ` (${observed})` : ""}`;
  const more = findings.length - MOST_TOLD;
  return [
    `GAP ${stack}, account ${account}: ${source}: ${kind}: ${what}`,
    ...findings.slice(0, MOST_TOLD).map(({ bucket, key, versionId, during: { from, to } }) => {
      const object = `s3://${bucket}/${key ?? ""}${versionId ? ` version ${versionId}` : ""}`;
      return `  from ${time(from)} to ${time(to)}, ${object}`;
    }),
    ...(more > 0 ? [`  and ${more} more; --format json has them all`] : []),
  ]
    .map(visible)
    .join("\n");
}

function sourceRow(stack: string, { service, objects, first, last, longestSilenceMinutes: longest }: SourceCount) {
  const silent = longest === undefined ? "any time" : `${longest / 60} h`;
  return [stack, service, String(objects), first ? time(first) : "", last ? time(last) : "", silent];
}

/** Why sources that delivered nothing are no gap. */
function quietNotes(verdicts: readonly StackVerdict[]): readonly string[] {
  const stacks = new Map<string, string[]>();
  for (const { stack, sources } of verdicts) {
    for (const { objects, service, quiet } of sources) {
      if (objects > 0 || !quiet) continue;
      const note = `no ${service}: ${quiet}`;
      stacks.set(note, [...(stacks.get(note) ?? []), stack]);
    }
  }
  return [...stacks].map(([note, of]) => `${of.join(", ")}: ${note}`);
}

function summaryLine(estate: Estate, period: Period, verdicts: readonly StackVerdict[]): string {
  const { objects, digests, logs, findings } = totals(verdicts);
  return (
    `Estate ${estate.name}, from ${time(period.from)} to ${time(period.to)}: ${objects} objects of ${verdicts.length} stacks, ` +
    `${digests} digests with a valid signature, ${logs} log files proved by them, ${findings} gaps`
  );
}

export function totals(verdicts: readonly StackVerdict[]) {
  const sum = (count: (verdict: StackVerdict) => number) => verdicts.reduce((total, one) => total + count(one), 0);
  return {
    objects: sum(({ objects }) => objects),
    digests: sum(({ proved }) => proved.digests),
    logs: sum(({ proved }) => proved.logs),
    findings: sum(({ findings }) => findings.length),
  };
}

/** For programs: the same. */
export function auditJson(estate: Estate, period: Period, verdicts: readonly StackVerdict[]): string {
  const document = {
    summary: { estate: estate.name, ...period, ...totals(verdicts) },
    findings: verdicts.flatMap(({ findings }) =>
      findings.map((finding) => ({ ...finding, message: TOLD[finding.kind] })),
    ),
    stacks: verdicts.map(({ stack, account, objects, proved, sources }) => ({
      stack,
      account,
      objects,
      proved,
      sources,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
