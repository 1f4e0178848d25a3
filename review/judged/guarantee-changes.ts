import { POLICIES } from "../../policies/all-policies";
import type { Finding } from "../../policies/finding";
import type { Change, ChangeVerdict, Where } from "../entry";
import type { Renames } from "../resources/renamed";

/** What policies say of one version, and what its things are called now. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly renames: Renames;
}

/** What held and holds no longer, and the other way round: judged by every policy, on both versions. */
export function guaranteeChanges(base: Judged, head: Judged): readonly Change[] {
  const [before, after] = [base, head].map(byIdentity) as [Identified, Identified];
  const broken = [...after].flatMap(([key, finding]) => {
    const was = before.get(key);
    const isWorse = !was || (was.outcome === "undecided" && finding.outcome === "fail");
    return isWorse ? [broke(finding, was)] : [];
  });
  const mended = [...before].flatMap(([key, finding]) => (after.has(key) ? [] : [mend(finding)]));
  return [...broken, ...mended];
}

type Identified = ReadonlyMap<string, Finding>;

/** The same thing wrong in the same place, whatever it is called now. */
function byIdentity({ findings, renames }: Judged): Identified {
  return new Map(findings.map((finding) => [identityOf(finding, renames), finding]));
}

function identityOf({ policy, stack, address, jsonPath, actual, verdict }: Finding, renames: Renames): string {
  // A channel is told by its ends: several can begin at one attribute.
  const ends = verdict === undefined ? "" : renames.sentence(actual);
  return [policy, stack, renames.of(stack).address(address), jsonPath, verdict ?? "", ends].join("\n");
}

function broke(finding: Finding, was: Finding | undefined): Change {
  const { outcome, verdict, policy, witness, actual } = finding;
  const { title, controls } = metadataOf(policy);
  const isDecided = outcome === "fail";
  const broken = `${isDecided ? "breaks" : "leaves undecided"} ${policy}: ${title}`;
  const todo = `to do: ${finding.remediation}`;
  return {
    verdict: verdictOf(finding),
    about: verdict === undefined ? "guarantee" : "channel",
    where: placeOf(finding),
    path: finding.jsonPath,
    ...(was && { before: "it was not decided" }),
    // Of a channel, what it is says more than what it breaks.
    ...(witness?.length
      ? { what: isDecided ? actual : `perhaps ${actual}`, details: [broken, todo] }
      : { what: broken, after: actual, details: [todo] }),
    policies: [policy],
    controls,
    ...(witness && { witness }),
  };
}

function mend(finding: Finding): Change {
  const { policy } = finding;
  return {
    verdict: "stronger",
    about: finding.verdict === undefined ? "guarantee" : "channel",
    where: placeOf(finding),
    what: `no longer breaks ${policy}: ${metadataOf(policy).title}`,
    path: finding.jsonPath,
    before: finding.actual,
    details: [],
    policies: [policy],
    controls: metadataOf(policy).controls,
  };
}

/** Whatever is not declared opens something; a flow that nothing uses does not. */
function verdictOf({ verdict }: Finding): ChangeVerdict {
  if (verdict === undefined || verdict === "unused") return "weaker";
  return verdict === "leaves" ? "leaves" : "opens";
}

function metadataOf(id: string) {
  const policy = POLICIES.find((each) => each.id === id);
  if (!policy) throw new Error(`there is no policy ${id}`);
  return policy;
}

function placeOf({ stack, address, constructPath }: Finding): Where {
  return { stack, address, ...(constructPath === undefined ? {} : { constructPath }) };
}
