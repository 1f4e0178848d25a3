import type { Finding } from "../finding";
import { fingerprintOf } from "../fingerprint";
import type { Metadata } from "../policy";
import type { Waiver } from "./waiver";

export const WAIVER_POLICY: Metadata = {
  id: "WAI-001",
  title: "A waiver is exact, in force and needed",
  severity: "high",
  controls: ["H64"],
  rationale: "An exception that nobody needs, or that has no end, is a hole that nobody looks at any more.",
  remediation:
    "Remove the waiver, or renew it with its owner; name one policy, one address and the finding that clover check tells there.",
  sources: ["https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final"],
};

export interface Waived {
  readonly waiver: Waiver;
  readonly finding: Finding;
}

export interface Applied {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  /** Findings of the waivers themselves. */
  readonly broken: readonly Finding[];
}

/**
 * Takes out what a waiver covers. One that has expired, names a pattern or covers nothing is a finding itself.
 *
 * Restricted data that leaves the protected jurisdictions is never waived: the estate declares a flow or an access, or
 * the channel goes.
 *
 * @param today ISO date
 * @param judged the stacks that were looked at: a waiver for another is not missed; nothing when all of them were
 */
export function applyWaivers(
  found: readonly Finding[],
  waivers: readonly Waiver[],
  today: string,
  judged: readonly string[] | undefined,
): Applied {
  const broken: Finding[] = [];
  const waived: Waived[] = [];
  for (const waiver of waivers.filter(({ stack }) => stack === undefined || !judged || judged.includes(stack))) {
    const there = found.filter((finding) => isAbout(waiver, finding));
    const covered = there.filter((one) => waiver.finding === undefined || fingerprintOf(one) === waiver.finding);
    const wrong = whatIsWrong(waiver, there, covered, today);
    if (wrong) broken.push(brokenWaiver(waiver, wrong));
    else waived.push(...covered.map((finding) => ({ waiver, finding })));
  }
  const taken = new Set(waived.map(({ finding }) => finding));
  return { findings: found.filter((finding) => !taken.has(finding)), waived, broken };
}

function isAbout(waiver: Waiver, finding: Finding): boolean {
  const sameStack = waiver.stack === undefined || waiver.stack === finding.stack;
  return waiver.policy === finding.policy && waiver.address === finding.address && sameStack;
}

function whatIsWrong(
  waiver: Waiver,
  there: readonly Finding[],
  covered: readonly Finding[],
  today: string,
): string | undefined {
  if (/[*?]/.test(waiver.address)) return `it names the pattern ${waiver.address}`;
  if (waiver.expires < today) return `it expired on ${waiver.expires}`;
  if (covered.some(({ verdict }) => verdict === "leaves")) return "it would let restricted data leave";
  const different = [...new Set(covered.map(fingerprintOf))];
  if (different.length > 1) return `it names no finding, and there are several: ${different.join(", ")}`;
  if (covered.length > 0) return undefined;
  const [other] = there;
  if (!other) return "nothing that was found needs it";
  const outcome = other.outcome === "fail" ? "failed" : "undecided";
  return `it is of the finding ${waiver.finding}; there is now ${fingerprintOf(other)}, ${outcome}: ${other.actual}`;
}

function brokenWaiver(waiver: Waiver, actual: string): Finding {
  const { id, title, severity, remediation } = WAIVER_POLICY;
  return {
    policy: id,
    outcome: "fail",
    severity,
    stack: waiver.stack ?? "",
    address: waiver.address,
    constructPath: undefined,
    jsonPath: "",
    actual: `a waiver of ${waiver.policy} by ${waiver.owner}: ${actual}`,
    expected: "a waiver of one policy on one address, in force, that names a finding of it",
    message: `${title}: a waiver of ${waiver.policy} by ${waiver.owner}: ${actual}`,
    remediation,
  };
}
