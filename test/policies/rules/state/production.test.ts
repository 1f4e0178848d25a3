import { evaluate } from "../../../../policies/evaluate";
import { Model } from "../../../../policies/model/model";
import { synthSource } from "../../../../policies/model/synth-source";
import { state } from "../../../../policies/rules/state";
import { declaredEstate, readStacks, TODAY, writeEstate } from "../../../support/estates";
import { Output } from "../../mutations/mutation";
import { stateInBuckets } from "../../mutations/state";

const estate = declaredEstate("production");
const texts = [...readStacks(writeEstate(estate))];

/** Where the policies of state have something to say of production's output. */
function findingsOf(output: Output): readonly string[] {
  const sources = Object.entries(output.stacks).map(([stack, json]) => synthSource(stack, "cdk.tf.json", json, []));
  const context = { model: new Model(sources), estate, today: TODAY, whole: true };
  return evaluate(state, context).flatMap(({ findings }) =>
    findings.map(({ policy, stack, address }) => `${policy} ${stack}/${address}`),
  );
}

describe("state in buckets", () => {
  it("passes as production's stacks declare it", () => {
    expect(findingsOf(Output.of(texts))).toEqual([]);
  });

  it.each(stateInBuckets)("fails for this alone when $title", ({ policy, stack, at, break: breakIt }) => {
    const output = Output.of(texts);
    const expected = `${policy} ${stack}/${at(output)}`;
    breakIt(output);
    // A stack that is not there is missing too.
    const missing = output.stacks[stack] ? [] : [`STA-001 ${stack}/stack`];
    expect(findingsOf(output)).toEqual([...missing, expected]);
  });
});
