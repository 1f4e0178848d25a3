import { POLICIES } from "../../policies/all-policies";
import type { Finding } from "../../policies/finding";
import type { Change, ChangeVerdict, Where } from "../entry";
import type { Homes } from "../resources/homes";
import type { Renames } from "../resources/renamed";

/** What policies say of one version, and what its things are called now. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly renames: Renames;
  /** What is told of a part is told of the thing, where parts of it came, went or moved. */
  readonly homes?: Homes;
}

/**
 * What held and holds no longer, and the other way round: judged by every policy, on both versions. What was not mended
 * and is otherwise now may be worse: whether it is, is for somebody to say.
 */
export function guaranteeChanges(base: Judged, head: Judged): readonly Change[] {
  const [before, after] = [byIdentity(base), byIdentity(head)];
  const broken = [...after].flatMap(([key, findings]) => worse(before.get(key) ?? [], findings));
  const mended = [...before].flatMap(([key, findings]) =>
    after.has(key) ? [] : findings.map(({ finding }) => mend(finding)),
  );
  return [...broken, ...mended];
}

/** A finding, with what it says as things are called now. */
interface Said {
  readonly finding: Finding;
  readonly actual: string;
}

/** The same policy can object to one place for several reasons. */
type Identified = ReadonlyMap<string, readonly Said[]>;

/** The same thing wrong in the same place, whatever it is called now. */
function byIdentity({ findings, renames, homes }: Judged): Identified {
  const found = new Map<string, Said[]>();
  for (const finding of findings) {
    const key = identityOf(finding, renames, homes);
    const actual = renames.of(finding.stack).told(renames.sentence(finding.actual));
    found.set(key, [...(found.get(key) ?? []), { finding, actual }]);
  }
  return found;
}

function worse(before: readonly Said[], after: readonly Said[]): readonly Change[] {
  const isKnown = ({ actual }: Said, others: readonly Said[]) => others.some((other) => other.actual === actual);
  const wasDecided = before.some(({ finding }) => finding.outcome === "fail");
  const gone = before.filter((each) => !isKnown(each, after));
  return after.flatMap((is): readonly Change[] => {
    const [was] = before;
    if (!was || (!wasDecided && is.finding.outcome === "fail")) return [broke(is.finding, was?.finding)];
    return isKnown(is, before) ? [] : [brokeOtherwise(is.finding, (gone[0] ?? was).finding)];
  });
}

function brokeOtherwise(finding: Finding, was: Finding): Change {
  const { policy, verdict, outcome } = finding;
  const { title, controls } = metadataOf(policy);
  const still = outcome === "fail" ? "still breaks" : "still leaves undecided";
  return {
    verdict: "weaker",
    about: verdict === undefined ? "guarantee" : "channel",
    where: placeOf(finding),
    what: `${still} ${policy} otherwise than before: ${title}`,
    path: finding.jsonPath,
    before: was.actual,
    after: finding.actual,
    details: [`to do: ${finding.remediation}`],
    policies: [policy],
    controls,
    ...(finding.witness && { witness: finding.witness }),
  };
}

function identityOf(finding: Finding, renames: Renames, homes: Homes | undefined): string {
  const { policy, stack, address, jsonPath, actual, verdict } = finding;
  // A channel is told by its ends: several can begin at one attribute.
  const ends = verdict === undefined ? "" : renames.sentence(actual);
  const home = homes?.of(finding);
  if (home !== undefined) return [policy, home, verdict ?? "", ends].join("\n");
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
