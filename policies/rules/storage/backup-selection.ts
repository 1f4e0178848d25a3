import type { Answer } from "../../answer";
import { every, not, some } from "../../answer";
import type { Data } from "../../model/data";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import type { Value } from "../../model/value";
import { once } from "../../once";
import { hasWildcard, meetsWildcards } from "../../wildcards";
import { samePlace } from "../same-place";

/** Whether a selection, of a plan that is there, takes a store. */
export function selects(selection: Resource, store: Resource): Answer {
  const { counts, named, tags, excluded } = selectionOf(selection);
  const arn = store.attribute("arn");
  return every([
    samePlace(selection, store),
    counts,
    some([listed(named, arn), tagged(tags, store)]),
    not(listed(excluded, arn)),
  ]);
}

/** What a selection says, read once and not for each store. */
const selectionOf = once((selection: Resource) => {
  const plan = selection.value("plan_id").target("aws_backup_plan");
  const planned: Answer =
    plan.kind === "resource" ? (plan.resource.exists as Answer) : plan.kind === "unknown" ? "unknown" : "no";
  // What further conditions let through is not followed.
  const narrowed: Answer = selection.value("condition").items().length > 0 ? "unknown" : "yes";
  return {
    counts: every([selection.exists, planned, narrowed]),
    named: listOf(selection.value("resources")),
    excluded: listOf(selection.value("not_resources")),
    tags: tagsOf(selection),
  };
});

/** A list of ARNs, in which `*` stands for any text. */
interface ArnList {
  readonly arns: ReadonlySet<string>;
  readonly patterns: readonly string[];
  /** Whether it may name more than it says. */
  readonly isOpen: boolean;
}

function listOf(list: Value): ArnList {
  const texts = list.isAbsent ? [] : list.items().map(({ text }) => text);
  const known = texts.flatMap((text) => (text === undefined || hasHole(text) ? [] : [text]));
  return {
    arns: new Set(known.filter((text) => !hasWildcard(text))),
    patterns: known.filter(hasWildcard),
    isOpen: known.length < texts.length,
  };
}

function listed({ arns, patterns, isOpen }: ArnList, arn: Data | undefined): Answer {
  if (typeof arn !== "string" || hasHole(arn)) return arns.size + patterns.length > 0 || isOpen ? "unknown" : "no";
  if (arns.has(arn) || patterns.some((pattern) => meetsWildcards(arn, pattern))) return "yes";
  return isOpen ? "unknown" : "no";
}

/** The tags by which a selection takes resources: of one that cannot be known, neither. */
function tagsOf(selection: Resource): readonly (readonly [key: string, value: string] | undefined)[] {
  const tags = selection.value("selection_tag").items();
  return tags.map((tag) => {
    const { text: key } = tag.value("key");
    const { text: value } = tag.value("value");
    return key === undefined || value === undefined ? undefined : ([key, value] as const);
  });
}

function tagged(tags: ReturnType<typeof tagsOf>, resource: Resource): Answer {
  return some(tags.map((tag): Answer => (tag ? resource.tag(tag[0]).is(tag[1]) : "unknown")));
}
