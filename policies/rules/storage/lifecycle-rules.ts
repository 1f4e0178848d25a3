import { every, type Answer } from "../../answer";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { fail, pass, undecided, type Verdict } from "../../verdict";

/** The rules by which a bucket ends what is in it, where they stand beside it and on itself. */
export function lifecycleRulesOf(bucket: Resource): readonly Value[] {
  return [
    ...bucket.companions("aws_s3_bucket_lifecycle_configuration", "bucket").flatMap((one) => one.value("rule").items()),
    ...bucket.value("lifecycle_rule").items(),
  ];
}

/** Passes when one rule that is on, and over every object, does what is `expected`. */
export function ofEveryObject(bucket: Resource, expected: string, does: (rule: Value) => Answer): Verdict {
  return ofObjectsUnder(bucket, "", expected, does);
}

/** Passes when one rule that is on, and over every object whose key begins with `prefix`, does what is `expected`. */
export function ofObjectsUnder(
  bucket: Resource,
  prefix: string,
  expected: string,
  does: (rule: Value) => Answer,
): Verdict {
  const rules = lifecycleRulesOf(bucket);
  const answers = rules.map((rule) =>
    rule.isUnknown ? "unknown" : every([isOn(rule, bucket), covers(rule, prefix), does(rule)]),
  );
  if (answers.includes("yes")) return pass(rules[answers.indexOf("yes")]!.at);
  const open = rules[answers.indexOf("unknown")];
  const rule = `an enabled rule over every object${prefix && ` under ${prefix}`} that ${expected}`;
  if (open) return undecided(open.at, `cannot be known before deployment: ${open.legible}`, rule);
  return fail(bucket.root.at, rules.length === 0 ? "no lifecycle" : "no such rule", rule);
}

function isOn(rule: Value, bucket: Resource): Answer {
  const isThere: Answer = rule.resource.exists === bucket.exists ? "yes" : "unknown";
  const on = rule.value("status").isAbsent ? rule.value("enabled").is(true) : rule.value("status").is("Enabled");
  return every([isThere, on]);
}

/** An empty filter or prefix is every object. */
function covers(rule: Value, prefix: string): Answer {
  const filter = rule.value("filter[0]");
  if (filter.isUnknown) return "unknown";
  const narrowing = [
    ...["and", "tag", "object_size_greater_than", "object_size_less_than"].map((key) => filter.value(key)),
    rule.value("tags"),
  ];
  if (narrowing.some(({ isAbsent }) => !isAbsent)) return "no";
  const beginnings = [...prefix].map((_, length) => prefix.slice(0, length + 1));
  return every(
    [filter.value("prefix"), rule.value("prefix")].map((one) => (one.isAbsent ? "yes" : one.is("", ...beginnings))),
  );
}
