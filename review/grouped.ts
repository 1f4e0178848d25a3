import type { Estate } from "../config/estate";
import { declaredPlaces } from "../policies/context";
import { approversOf } from "./approvers";
import type { Change, Entry, Where } from "./entry";

/**
 * Changes that differ in nothing but whose they are, each told once with every place that has it.
 *
 * @param before, after the estate, whose names tell places apart; who approves is told by the one before
 */
export function grouped(changes: readonly Change[], before: Estate, after: Estate): readonly Entry[] {
  const own = ownNames([before, after]);
  const groups = new Map<string, { readonly change: Change; readonly at: Where[] }>();
  for (const change of changes) {
    const key = own(JSON.stringify([...whose(change, before), ...contentOf(change)]));
    const known = groups.get(key);
    if (known && change.where) known.at.push(change.where);
    else groups.set(key, { change, at: change.where ? [change.where] : [] });
  }
  return [...groups.values()].map(({ change: { where: _where, ...change }, at }) => ({
    ...change,
    at,
    approvers: approversOf({ ...change, at }, before),
  }));
}

/** A setting with a direction means the same of whatever has it, as long as the same people approve it. */
function whose(change: Change, before: Estate): readonly unknown[] {
  const { about, verdict, where } = change;
  if (about !== "setting" || verdict === "other" || !where) return [where?.address];
  return approversOf({ ...change, at: [where] }, before);
}

function contentOf({
  verdict,
  about,
  what,
  path,
  before,
  after,
  details,
  policies,
  witness,
}: Change): readonly unknown[] {
  return [verdict, about, what, path, before, after, details, policies, witness];
}

/** The hash with which the CDK ends a name, which is another one under another construct. */
const HASH = /_[0-9A-F]{8}\b/g;

/** A text without what tells one place from another: its name, its account, its region and its networks. */
function ownNames(estates: readonly Estate[]): (text: string) => string {
  const names = new Map<string, string>();
  for (const estate of estates) {
    for (const { stack, account, region } of declaredPlaces(estate)) {
      names.set(stack, "‹stack›").set(account, "‹account›").set(region, "‹region›");
    }
  }
  const pattern = new RegExp([...names.keys()].sort((one, other) => other.length - one.length).join("|"), "g");
  return (text) =>
    text
      .replace(HASH, "")
      .replace(pattern, (name) => names.get(name)!)
      .replace(/\b10\.\d+\.\d+\.\d+/g, "‹address›");
}
