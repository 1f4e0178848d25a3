import { undecided, type Verdict } from "./verdict";

/** @see model/supposed.ts */
const OPEN = "as far as a plan alone tells, in which what is referred to is known after the apply";

/**
 * What holds of a plan by itself: that on which both readings of it agree, one that takes nothing for known and one
 * that takes each unknown value for what it refers to. Where they differ it is undecided.
 *
 * @param known and `supposed`: one verdict for each resource in the same order, or all of a whole estate
 */
export function bothReadings(kind: "each" | "whole", known: readonly Verdict[], supposed: readonly Verdict[]) {
  if (kind === "each") return known.map((verdict, index) => agreed(verdict, supposed[index]!));
  const [failing, told] = [supposed.filter(({ outcome }) => outcome === "fail"), known.filter(isOpen)].map(
    (verdicts) => new Set(verdicts.map(keyOf)),
  ) as [Set<string>, Set<string>];
  const doubts = supposed.filter((verdict) => isOpen(verdict) && !told.has(keyOf(verdict))).map(doubted);
  return [
    ...withoutPassesOf(doubts, known, supposed).map((verdict) =>
      verdict.outcome === "fail" && !failing.has(keyOf(verdict)) ? doubted(verdict) : verdict,
    ),
    ...doubts,
  ];
}

/** What the other reading doubts of a thing is no pass as well: as many of them stay as both readings have. */
function withoutPassesOf(doubts: readonly Verdict[], known: readonly Verdict[], supposed: readonly Verdict[]) {
  const left = new Map(doubts.map((doubt) => [placeOf(doubt), 0]));
  for (const verdict of supposed.filter(isPass)) {
    const passes = left.get(placeOf(verdict));
    if (passes !== undefined) left.set(placeOf(verdict), passes + 1);
  }
  return known.filter((verdict) => {
    const passes = isPass(verdict) ? left.get(placeOf(verdict)) : undefined;
    if (passes === undefined) return true;
    left.set(placeOf(verdict), passes - 1);
    return passes > 0;
  });
}

/** What fails in both is told as the second one has it, which knows more. */
function agreed(known: Verdict, supposed: Verdict): Verdict {
  if (known.outcome === supposed.outcome) return known.outcome === "fail" ? supposed : known;
  return doubted(isOpen(known) ? known : supposed);
}

function doubted(verdict: Verdict): Verdict {
  if (verdict.outcome !== "fail") return verdict;
  return undecided(verdict.at, `${verdict.actual}, ${OPEN}`, verdict.expected);
}

const isPass = ({ outcome }: Verdict) => outcome === "pass";
const isOpen = ({ outcome }: Verdict) => outcome === "fail" || outcome === "undecided";

const placeOf = ({ at: { stack, address } }: Verdict) => JSON.stringify([stack, address]);

function keyOf(verdict: Verdict): string {
  return JSON.stringify([placeOf(verdict), "expected" in verdict ? verdict.expected : ""]);
}
