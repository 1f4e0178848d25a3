import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import { fail, nearest, undecided, type Location, type Verdict } from "../../verdict";

/**
 * Passes when one of some resources surely exists and passes; otherwise what is said of the one that comes nearest.
 *
 * @param lacking where it is reported that there is none
 */
export function atLeastOne(
  candidates: readonly Resource[],
  lacking: Location,
  expected: string,
  judge: (candidate: Resource) => Verdict,
): Verdict {
  const verdicts = candidates.map((candidate) => ifItExists(candidate, judge(candidate), expected));
  return nearest(verdicts) ?? fail(lacking, "none", expected);
}

/**
 * The verdict on the one resource of a type that configures another: of several, AWS keeps what was written last, so
 * that none of them can be relied on.
 */
export function onlyCompanion(
  { model }: Context,
  subject: Resource,
  [type, attribute]: readonly [type: string, attribute: string],
  judge: (companion: Resource) => Verdict,
): Verdict {
  const expected = `exactly one ${type} of ${subject.address}`;
  const [first, ...others] = [
    ...subject.companions(type, attribute),
    ...model.resourcesIn(subject.stack, type).filter((candidate) => namesSomething(candidate, attribute, subject)),
  ];
  if (!first) return fail(subject.root.at, "none", expected);
  const named = first.value(attribute).target(subject.type);
  if (others.length > 0 || named.kind === "unknown") {
    const at = first.value(attribute).at;
    return undecided(at, "several, or one of which it cannot be known whose it is", expected);
  }
  return ifItExists(first, judge(first), expected);
}

/** Whether it cannot be known which resource it names, this one or another of its stack. */
function namesSomething(candidate: Resource, attribute: string, subject: Resource): boolean {
  return candidate.value(attribute).target(subject.type).kind === "unknown";
}

function ifItExists(resource: Resource, verdict: Verdict, expected: string): Verdict {
  if (verdict.outcome !== "pass" || (resource.exists === "yes" && !hasHole(resource.account + resource.region))) {
    return verdict;
  }
  return undecided(resource.root.at, "an expression decides whether it exists, or where", expected);
}
