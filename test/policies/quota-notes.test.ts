import { Model } from "../../policies/model/model";
import { synthSource } from "../../policies/model/synth-source";
import { quotaNotes } from "../../policies/quota-notes";

function notesOf(count: number, bus?: string): readonly string[] {
  const rules = Array.from({ length: count }, (_, index) => [`rule-${index}`, { event_bus_name: bus }]);
  const json = { resource: { aws_cloudwatch_event_rule: Object.fromEntries(rules) } };
  return quotaNotes(new Model([synthSource("monitor", "monitor/cdk.tf.json", json, [])]));
}

describe("what a deployment would need AWS to raise first", () => {
  it("is nothing as long as a bus has no more rules than AWS takes", () => {
    expect(notesOf(300)).toEqual([]);
  });

  it("is the number of rules of a bus that has more", () => {
    expect(notesOf(301)).toEqual([
      "monitor: the default bus has 301 rules, and AWS takes 300 of a bus unless its quota is raised: have it raised first",
    ]);
    expect(notesOf(400, "alerts")[0]).toMatch(/^monitor: the bus alerts has 400 rules/);
  });
});
