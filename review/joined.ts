import type { Change, ChangeVerdict } from "./entry";

/** Of a document, where no request is known that tells both versions apart. */
export const SAME_MEANING = "the policy says the same in other words";

/** Which word says most of what several say of one change. */
const TELLING: readonly ChangeVerdict[] = ["leaves", "destroys", "opens", "weaker", "stronger", "other"];

/**
 * What several eyes see of one change is told as one: what a policy or the residency proof says of an attribute joins
 * the change of that attribute, and of a resource the change of the resource.
 */
export function joined(seen: readonly Change[], judged: readonly Change[]): readonly Change[] {
  const changes = [...seen];
  const at = new Map<string, number[]>();
  changes.forEach((change, index) => {
    const key = placeOf(change);
    if (key) at.set(key, [...(at.get(key) ?? []), index]);
  });
  for (const judgement of judged) {
    const candidates = at.get(placeOf(judgement) ?? "") ?? [];
    const index = candidates.find((each) => isAbout(changes[each]!, judgement));
    if (index === undefined) changes.push(judgement);
    else changes[index] = together(changes[index]!, judgement);
  }
  return changes;
}

function placeOf({ where }: Change): string | undefined {
  return where && `${where.stack}/${where.address}`;
}

/** A change of the whole resource is about whatever is said of it, where it goes the same way. */
function isAbout(change: Change, { path, verdict }: Change): boolean {
  const isOpposite =
    [change.verdict, verdict].includes("stronger") && change.verdict !== verdict && change.verdict !== "other";
  return !isOpposite && (change.path === "" || path === "" || firstStep(change.path) === firstStep(path));
}

const firstStep = (path: string) => path.split(/[.[]/)[0];

function together(change: Change, judgement: Change): Change {
  const [verdict] = [change.verdict, judgement.verdict].sort(
    (one, other) => TELLING.indexOf(one) - TELLING.indexOf(other),
  );
  // That something is new or gone says less than what that does.
  const isBare = change.about === "resource" && change.verdict === "other";
  const union = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  const witness = judgement.witness ?? change.witness;
  // What the judgement proves is more than what a comparison of texts did not see.
  const isRefuted = change.what === SAME_MEANING && judgement.verdict !== "other";
  // Of what a role may do, a way tells whom it lets do it.
  const isOutdone = change.about === "access" && change.path === "" && judgement.about === "channel";
  const { before, after, ...rest } = change;
  const bare =
    before === undefined
      ? `new: ${after}`
      : after === undefined
        ? `removed: ${before}`
        : `${change.what}: ${before} → ${after}`;
  return {
    ...(isBare ? rest : change),
    verdict: verdict!,
    about: isBare || judgement.about === "channel" ? judgement.about : change.about,
    what: isBare || isRefuted || isOutdone ? judgement.what : change.what,
    details: union(
      [...change.details, ...(isBare ? [bare] : isRefuted ? [] : [isOutdone ? change.what : judgement.what])],
      judgement.details,
    ),
    policies: union(change.policies, judgement.policies),
    controls: union(change.controls, judgement.controls),
    ...(witness && { witness }),
  };
}
