import type { Answer } from "../../answer";
import { every, not, some } from "../../answer";
import type { Data } from "../../model/data";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import type { Value } from "../../model/value";
import { samePlace } from "../same-place";

/** Whether a selection, of a plan that is there, takes a store. */
export function selects(selection: Resource, store: Resource): Answer {
  const plan = selection.value("plan_id").target("aws_backup_plan");
  const planned: Answer =
    plan.kind === "resource" ? (plan.resource.exists as Answer) : plan.kind === "unknown" ? "unknown" : "no";
  const arn = store.attribute("arn");
  const named = namesOne(selection.value("resources"), arn);
  const excluded = namesOne(selection.value("not_resources"), arn);
  // What further conditions let through is not followed.
  const narrowed: Answer = selection.value("condition").items().length > 0 ? "unknown" : "yes";
  return every([
    selection.exists,
    samePlace(selection, store),
    planned,
    some([named, tagged(selection, store)]),
    not(excluded),
    narrowed,
  ]);
}

/** Whether a list of ARNs, in which `*` stands for any text, names one. */
function namesOne(list: Value, arn: Data | undefined): Answer {
  if (list.isAbsent) return "no";
  return some(list.items().map((item) => names(item, arn)));
}

function names({ text }: Value, arn: Data | undefined): Answer {
  if (text === undefined || hasHole(text) || typeof arn !== "string" || hasHole(arn)) return "unknown";
  const pattern = text
    .split("*")
    .map((literal) => literal.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${pattern}$`).test(arn) ? "yes" : "no";
}

/** Whether a selection takes a resource by one of its tags. */
function tagged(selection: Resource, resource: Resource): Answer {
  return some(
    selection
      .value("selection_tag")
      .items()
      .map((tag): Answer => {
        const { text: key } = tag.value("key");
        const { text: value } = tag.value("value");
        if (key === undefined || value === undefined) return "unknown";
        return resource.tag(key).is(value);
      }),
  );
}
