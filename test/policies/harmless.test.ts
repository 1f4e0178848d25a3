import { rmSync } from "node:fs";
import { POLICIES } from "../../policies/all-policies";
import { evaluate } from "../../policies/evaluate";
import { Model } from "../../policies/model/model";
import { synthSource } from "../../policies/model/synth-source";
import type { Policy } from "../../policies/policy";
import { residency } from "../../policies/residency/residency-policies";
import { declaredEstate, readStacks, TODAY, writeEstate } from "../support/estates";
import { HARMLESS } from "./harmless";
import { Output } from "./mutations/mutation";

const estate = declaredEstate("local");
const outdir = writeEstate(estate);
const texts = [...readStacks(outdir)];
afterAll(() => rmSync(outdir, { recursive: true }));

function output(): Output {
  return Output.of(texts);
}

function findingsIn({ stacks }: Output, policies: readonly Policy[]): readonly string[] {
  const sources = Object.entries(stacks).map(([stack, json]) => synthSource(stack, `${stack}/cdk.tf.json`, json, []));
  const context = { model: new Model(sources), estate, today: TODAY, whole: true };
  return evaluate(policies, context).flatMap(({ findings }) =>
    findings.map(
      ({ policy, stack, address, jsonPath, actual }) => `${policy} ${stack} ${address} ${jsonPath}: ${actual}`,
    ),
  );
}

/** Judging everything takes seconds, so that what does not contradict one another is done at once. */
const TOGETHER = [0, 1, 2].map((part) => HARMLESS.filter((_, index) => index % 3 === part));

describe("what weakens nothing", () => {
  it.each(HARMLESS)("finds no new channel when $title", ({ make }) => {
    const changed = output();
    make(changed);
    expect(findingsIn(changed, residency)).toEqual([]);
  });

  it.each(TOGETHER.map((changes) => ({ changes, told: changes.map(({ title }) => title).join(", ") })))(
    "finds nothing new at all when $told",
    ({ changes }) => {
      const changed = output();
      for (const { make } of changes) make(changed);
      expect(findingsIn(changed, POLICIES)).toEqual([]);
    },
    120_000,
  );
});
