import type { Answer } from "../../answer";
import { some } from "../../answer";
import type { Data } from "../../model/data";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import type { Value } from "../../model/value";

/** Whether a list of ARNs, in which `*` stands for any text, names one. */
export function namesOne(list: Value, arn: Data | undefined): Answer {
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
export function tagged(selection: Resource, resource: Resource): Answer {
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
