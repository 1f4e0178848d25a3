import { resourceType, resourceTypes, type Conditions, type OtherKey } from "../../catalogue/resource-type";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { valuesAt } from "../../model/values-at";
import type { EachResource } from "../../policy";
import { all, notApplicable, undecided, type Verdict } from "../../verdict";
import { answersTo, mustMeet } from "./conditions";
import { mustBeOwnKey } from "./own-key";

export const secondKeys: EachResource = {
  kind: "each",
  id: "ENC-004",
  title: "What a service keeps beside the data, or writes elsewhere, is encrypted with the site's key too",
  severity: "high",
  controls: ["H60", "B10"],
  rationale:
    "Query insights, logs, replicas and exports quote the data they are about. Where no key is named for them, AWS uses its own, and the site's withdrawal of its key leaves them readable.",
  remediation: "Name the same DataKey for every second key that the type has, or turn off the feature that needs it.",
  sources: ["https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html"],
  construct: "network/gateway-inspection",
  types: resourceTypes().filter((type) => resourceType(type)!.otherKeys.length > 0),

  check(resource, context) {
    const verdicts = resourceType(resource.type)!.otherKeys.flatMap((key) => judge(resource, key, context));
    return all(notApplicable(resource.root.at), ...verdicts);
  },
};

function judge(resource: Resource, key: OtherKey, context: Context): readonly Verdict[] {
  const { needed = {} } = key;
  if (needed === false) return inBlock(resource, "", key, context, false);
  const around = Object.keys(needed).find((path) => key.path.startsWith(`${path}.`));
  if (around !== undefined) {
    const blocks = valuesAt(resource, around).flatMap((value) => value.items());
    return blocks.flatMap((block) => inBlock(block, `${around}.`, key, context, true));
  }
  const answers = answersTo(needed, resource);
  if (answers.length > 0 && answers.every((answer) => answer === "no")) return [];
  const verdicts = inBlock(resource, "", key, context, true);
  return answers.length === 0 || answers.includes("yes") ? verdicts : verdicts.map(inDoubt);
}

/** @param before the block's own path, with its dot */
function inBlock(
  block: Resource | Value,
  before: string,
  { path, when = {} }: OtherKey,
  context: Context,
  needed: boolean,
): readonly Verdict[] {
  const keys = valuesAt(block, path.slice(before.length)).filter((key) => needed || !key.isAbsent);
  if (keys.length === 0) return [];
  const inside: Conditions = Object.fromEntries(
    Object.entries(when).map(([attribute, allowed]) => [attribute.slice(before.length), allowed]),
  );
  return [...keys.map((key) => mustBeOwnKey(key, context)), ...mustMeet(inside, block)];
}

/** Whether the feature is on cannot be known: a key that is missing may not be needed. */
function inDoubt(verdict: Verdict): Verdict {
  return verdict.outcome === "fail" ? undecided(verdict.at, verdict.actual, verdict.expected) : verdict;
}
