import { rmSync } from "node:fs";
import { POLICIES } from "../../policies/all-policies";
import { evaluate } from "../../policies/evaluate";
import { Model } from "../../policies/model/model";
import { synthSource } from "../../policies/model/synth-source";
import { declaredEstate, readStacks, TODAY, writeEstate } from "../support/estates";
import { MUTATIONS } from "./mutations/all-mutations";
import { Output, type StackJson } from "./mutations/mutation";

const estate = declaredEstate("local");
const outdir = writeEstate(estate);
const texts = [...readStacks(outdir)];
afterAll(() => rmSync(outdir, { recursive: true }));

function output(): Output {
  return new Output(Object.fromEntries(texts.map(([stack, text]) => [stack, JSON.parse(text) as StackJson])));
}

function findingsOf(policyId: string, { stacks }: Output) {
  const sources = Object.entries(stacks).map(([stack, json]) => synthSource(stack, `${stack}/cdk.tf.json`, json, []));
  const policies = POLICIES.filter(({ id }) => id === policyId);
  expect(policies).toHaveLength(1);
  const context = { model: new Model(sources), estate, today: TODAY, whole: true };
  return evaluate(policies, context).flatMap(({ findings }) => findings);
}

describe("every guarantee is missed when it is taken away", () => {
  let killed = 0;

  it.each(MUTATIONS)("$policy notices when $title", ({ policy, stack, at, break: breakIt }) => {
    const broken = output();
    const address = at(broken);
    breakIt(broken);
    const places = findingsOf(policy, broken).map((finding) => `${finding.stack}/${finding.address}`);
    expect(places).toContain(`${stack}/${address}`);
    killed++;
  });

  it("kills every mutation", () => {
    const types = new Set(MUTATIONS.map(({ type }) => type));
    console.log(`${killed} of ${MUTATIONS.length} mutations killed, over ${types.size} resource types`);
    expect(killed).toBe(MUTATIONS.length);
  });
});
