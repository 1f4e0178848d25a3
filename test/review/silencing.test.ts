import { resourceType } from "../../policies/catalogue/resource-type";
import { review } from "../../review/review";
import { declaredEstate, TODAY } from "../support/estates";
import { bareSideOf, sideOf } from "./versions";

const estate = declaredEstate("local");

function told(type: string, block: object, side = bareSideOf) {
  const { entries } = review(
    side(estate),
    side(estate, (output) => output.add("dublin", type, "own", block)),
    TODAY,
  );
  return entries.filter(({ at }) => at[0]?.address === `${type}.own`).map(({ verdict }) => verdict);
}

describe("what is new and keeps something from being seen", () => {
  it.each<[string, object]>([
    ["aws_guardduty_filter", { action: "ARCHIVE" }],
    ["aws_securityhub_standards_control", { control_status: "DISABLED" }],
    ["aws_securityhub_standards_control_association", { association_status: "DISABLED" }],
    ["aws_securityhub_automation_rule", {}],
    ["aws_cloudwatch_composite_alarm", { actions_suppressor: { alarm: "other" } }],
    ["aws_config_remediation_configuration", {}],
  ])("is weaker: %s", (type, block) => {
    expect(resourceType(type)).toBeDefined();
    expect(told(type, block)).toContain("weaker");
  });

  it.each<[string, object]>([
    ["aws_guardduty_filter", { action: "NOOP" }],
    ["aws_cloudwatch_composite_alarm", { alarm_rule: "ALARM(one)" }],
  ])("is none: %s", (type, block) => {
    expect(told(type, block, sideOf)).toEqual(["other"]);
  });
});
