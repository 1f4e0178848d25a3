import { every, not, some, type Answer } from "../../answer";
import type { Value } from "../../model/value";

/** By which field a selector of a category says what it selects. */
export const CHOSEN_BY = { Management: undefined, Data: "resources.type", NetworkActivity: "eventSource" } as const;
export type Category = keyof typeof CHOSEN_BY;

const OTHER_OPERATORS = ["not_equals", "starts_with", "not_starts_with", "ends_with", "not_ends_with"];

/** Whether an advanced event selector takes events whose field has a value. */
export function selects(selector: Value, field: string, wanted: string): Answer {
  if (selector.isUnknown) return "unknown";
  return some(
    fieldsOf(selector).map((each) =>
      every([
        each.value("field").is(field),
        some(
          each
            .value("equals")
            .items()
            .map((value) => value.is(wanted)),
        ),
      ]),
    ),
  );
}

/** Whether some events of what a selector names are left out, e.g. by `readOnly` or a bucket's ARN. */
export function narrows(selector: Value): Answer {
  const category = (Object.keys(CHOSEN_BY) as Category[]).find(
    (each) => selects(selector, "eventCategory", each) === "yes",
  );
  const choosing = ["eventCategory", ...(category && CHOSEN_BY[category] ? [CHOSEN_BY[category]] : [])];
  return some(
    fieldsOf(selector).flatMap((each) => [
      not(each.value("field").is(...choosing)),
      ...OTHER_OPERATORS.map((operator) => isUsed(each.value(operator))),
    ]),
  );
}

function isUsed(operator: Value): Answer {
  if (operator.isUnknown) return "unknown";
  return operator.items().length > 0 ? "yes" : "no";
}

function fieldsOf(selector: Value): readonly Value[] {
  return selector.value("field_selector").items();
}
