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
  const { outcome, verdict, policy, witness } = finding;
  const { title } = metadataOf(policy);
  return {
    verdict: verdictOf(finding),
    about: verdict === undefined ? "guarantee" : "channel",
    where: placeOf(finding),
    what: `${outcome === "fail" ? "it holds no longer" : "it can no longer be told"} that ${uncapitalized(title)}`,
    path: finding.jsonPath,
    ...(was && { before: "it was not decided" }),
    after: finding.actual,
    details: [`to do: ${finding.remediation}`],
    policies: [policy],
    controls: metadataOf(policy).controls,
    ...(witness && { witness }),
  };
}

function mend(finding: Finding): Change {
  const { policy } = finding;
  return {
    verdict: "stronger",
    about: finding.verdict === undefined ? "guarantee" : "channel",
    where: placeOf(finding),
    what: `it holds now, or nothing of the kind is left, that ${uncapitalized(metadataOf(policy).title)}`,
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

/** The first letter of a sentence within another one; acronyms keep theirs. */
function uncapitalized(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}
