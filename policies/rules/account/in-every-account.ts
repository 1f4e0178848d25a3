import type { StackPlace } from "../../../config/places";
import { judgedPlaces, type Context } from "../../context";
import type { Answer } from "../../answer";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import { fail, notApplicable, undecided, type Verdict } from "../../verdict";
import { inAccount, stackAt } from "../in-account";

/** What `judge` says of each judged account; nothing is asked where no stack of a declared account is judged. */
export function inEveryAccount(context: Context, judge: (place: StackPlace) => readonly Verdict[]): readonly Verdict[] {
  const places = judgedPlaces(context);
  if (places.length === 0) return context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
  return places.flatMap(judge);
}

/**
 * One verdict for each setting of a type in each judged account. An account has one value of it, and of several
 * resources the last one written holds: all of them must be right, and there must be one.
 *
 * @param isMeant for a type of several settings, whether a resource is the one that is asked about
 */
export function settingInEveryAccount(
  context: Context,
  type: string,
  judge: (setting: Resource) => Verdict,
  isMeant: (setting: Resource, place: StackPlace) => Answer = () => "yes",
): readonly Verdict[] {
  return inEveryAccount(context, (place) => {
    const settings = inAccount(context, place, type).filter((setting) => isMeant(setting, place) !== "no");
    if (settings.length === 0) return [fail(stackAt(place.stack), "none", `an ${type} of the account`)];
    return settings.map((setting) =>
      isMeant(setting, place) === "yes"
        ? ifItExists(setting, judge(setting))
        : undecided(setting.root.at, "an expression decides which setting it is", `an ${type}`),
    );
  });
}

/** A pass is none where an expression decides whether the resource exists, or where. */
export function ifItExists(resource: Resource, verdict: Verdict): Verdict {
  if (verdict.outcome !== "pass" || (resource.exists === "yes" && !hasHole(resource.account + resource.region))) {
    return verdict;
  }
  return undecided(resource.root.at, "an expression decides whether it exists, or where", `an ${resource.type}`);
}
