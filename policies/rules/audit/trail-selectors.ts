import { every, not, some } from "../../answer";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { CHOSEN_BY, narrows, selects, type Category } from "./event-selector";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";

/** What must be recorded, the reads and the writes, the allowed and the refused. */
const NEEDED: readonly (readonly [Category, string?])[] = [
  ["Management"],
  ["Data", "AWS::S3::Object"],
  ["Data", "AWS::DynamoDB::Table"],
  ["Data", "AWS::Lambda::Function"],
  ["NetworkActivity", "ec2.amazonaws.com"],
  ["NetworkActivity", "kms.amazonaws.com"],
  ["NetworkActivity", "s3.amazonaws.com"],
  ["NetworkActivity", "secretsmanager.amazonaws.com"],
];

export const trailSelectors: EachResource = {
  kind: "each",
  id: "AUD-002",
  title: "A trail records every management event, every read and write of data, and every use of an endpoint",
  severity: "critical",
  controls: ["D27"],
  rationale:
    "By default a trail records no access to data at all: who read an object or a row is nowhere. A selector that leaves out reads, one bucket or one service is where somebody would look.",
  remediation: "Use AuditTrail, whose selectors take every event of what they name.",
  sources: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-network-events-with-cloudtrail.html",
  ],
  construct: "audit/audit-trail",
  types: ["aws_cloudtrail"],

  check(trail) {
    const advanced = trail.value("advanced_event_selector");
    const selectors = advanced.items();
    return all(
      trail.value("event_selector").mustBeAbsent("advanced selectors: basic ones cannot choose network activity"),
      ...selectors.map((selector) =>
        selector.mustSatisfy("a selector of every event of what it names", () => not(narrows(selector))),
      ),
      ...NEEDED.map((need) => isSelected(advanced, selectors, need)),
    );
  },
};

function isSelected(at: Value, selectors: readonly Value[], [category, name]: (typeof NEEDED)[number]): Verdict {
  const expected = `a selector of every ${[category, name].filter(Boolean).join(" ")} event, read or written`;
  const by = CHOSEN_BY[category];
  const found = some(
    selectors.map((selector) =>
      every([selects(selector, "eventCategory", category), by && name ? selects(selector, by, name) : "yes"]),
    ),
  );
  if (found === "yes") return pass(at.at);
  return found === "no" ? fail(at.at, "none", expected) : undecided(at.at, at.legible, expected);
}
