import { loadEstate } from "../../../../config/load";
import { evaluate } from "../../../../policies/evaluate";
import { Model } from "../../../../policies/model/model";
import { planSource } from "../../../../policies/model/plan-source";
import { permanence } from "../../../../policies/rules/storage/permanence";

const TODAY = "2026-11-24";
const estate = loadEstate("local", { today: TODAY });

/** What is said of a plan, which carries no `lifecycle`. */
function ofPlan(values: Readonly<Record<string, unknown>>) {
  const resource = {
    address: "aws_dynamodb_table.people",
    mode: "managed",
    type: "aws_dynamodb_table",
    name: "people",
    values,
  };
  const plan = planSource("dublin", "plan.json", { planned_values: { root_module: { resources: [resource] } } }, []);
  return evaluate([permanence], { model: new Model([plan]), estate, today: TODAY, whole: false })[0]!;
}

describe("the permanence of stores in a plan", () => {
  it("passes on what a plan carries", () => {
    expect(ofPlan({ deletion_protection_enabled: true }).counts).toMatchObject({ pass: 1, fail: 0, undecided: 0 });
  });

  it("fails when the plan takes the protection away", () => {
    expect(ofPlan({ deletion_protection_enabled: false }).findings).toMatchObject([
      { address: "aws_dynamodb_table.people", jsonPath: "deletion_protection_enabled", outcome: "fail" },
    ]);
  });
});
