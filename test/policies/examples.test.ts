import { loadEstate } from "../../config/load";
import { EXAMPLES } from "../../policies/all-examples";
import { POLICIES } from "../../policies/all-policies";
import type { Example } from "../../policies/examples";
import { evaluate } from "../../policies/evaluate";
import type { Policy } from "../../policies/policy";
import { sampleContext } from "../support/sample-context";

const TODAY = "2026-11-24";
const estate = loadEstate("local", { today: TODAY });

function judge(policy: Policy, example: Example) {
  return evaluate([policy], sampleContext(example, estate, TODAY))[0]!;
}

describe.each(POLICIES)("$id $title", (policy) => {
  const [examples, ...others] = EXAMPLES.filter((candidate) => candidate.policy === policy.id);

  it("has one set of examples, of each outcome", () => {
    expect(others).toEqual([]);
    for (const outcome of ["pass", "fail", "undecided"] as const) {
      expect(Object.keys(examples![outcome])).not.toEqual([]);
    }
  });

  for (const [title, example] of Object.entries(examples?.pass ?? {})) {
    it(`passes when ${title}`, () => {
      const { counts, findings } = judge(policy, example);
      expect(findings).toEqual([]);
      expect(counts.pass).toBeGreaterThan(0);
    });
  }

  for (const [title, example] of Object.entries(examples?.fail ?? {})) {
    it(`fails when ${title}`, () => {
      const { findings } = judge(policy, example);
      expect(findings.filter(({ outcome }) => outcome === "fail")).not.toEqual([]);
    });
  }

  for (const [title, example] of Object.entries(examples?.undecided ?? {})) {
    it(`is undecided when ${title}`, () => {
      const { findings } = judge(policy, example);
      expect([...new Set(findings.map(({ outcome }) => outcome))]).toEqual(["undecided"]);
    });
  }

  for (const [title, example] of Object.entries(examples?.notApplicable ?? {})) {
    it(`asks nothing when ${title}`, () => {
      const { counts, findings } = judge(policy, example);
      expect(findings).toEqual([]);
      expect([counts.pass, counts.notApplicable > 0]).toEqual([0, true]);
    });
  }

  it("says something of an empty stack, or is about each of what is there", () => {
    const { counts } = judge(policy, {});
    const said = counts.pass + counts.fail + counts.undecided + counts.notApplicable;
    expect(said > 0).toBe(policy.kind === "whole");
  });
});
