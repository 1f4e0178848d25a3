import { rmSync } from "node:fs";
import { evaluate } from "../../../policies/evaluate";
import type { Finding } from "../../../policies/finding";
import { Model } from "../../../policies/model/model";
import { synthSource } from "../../../policies/model/synth-source";
import { residency } from "../../../policies/residency/residency-policies";
import { declaredEstate, readStacks, TODAY, writeEstate } from "../../support/estates";
import { Output } from "../mutations/mutation";
import { FOUND_BY, LEAKS, type ExpectedHop } from "./leaks";

const estate = declaredEstate("local");
const outdir = writeEstate(estate);
const texts = [...readStacks(outdir)];
afterAll(() => rmSync(outdir, { recursive: true }));

function output(): Output {
  return Output.of(texts);
}

function findingsOf({ stacks }: Output): readonly Finding[] {
  const sources = Object.entries(stacks).map(([stack, json]) => synthSource(stack, `${stack}/cdk.tf.json`, json, []));
  const context = { model: new Model(sources), estate, today: TODAY, whole: true };
  return evaluate(residency, context).flatMap(({ findings }) => findings);
}

/** The synthesized part of a name is left to the output. */
function asExpected(hops: readonly ExpectedHop[]) {
  return hops.map(({ address, to, ...exact }) => ({
    ...exact,
    address: expect.stringContaining(address) as string,
    to: expect.stringContaining(to) as string,
    from: expect.any(String) as string,
  }));
}

describe("the residency proof", () => {
  it("finds nothing in the output as it is", () => {
    expect(findingsOf(output())).toEqual([]);
  });

  it.each(LEAKS)("finds that $title", ({ verdict, also = [], hops, make }) => {
    const leaking = output();
    make(leaking);
    const findings = findingsOf(leaking);
    expect(findings.map((finding) => finding.verdict)).toEqual([verdict, ...also]);
    expect(findings[0]!.policy).toBe(FOUND_BY[verdict]);
    expect(findings[0]!.witness).toEqual(asExpected(hops));
  });
});
