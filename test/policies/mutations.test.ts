import { rmSync } from "node:fs";
import type { Enclave, Estate } from "../../config/estate";
import { POLICIES } from "../../policies/all-policies";
import { evaluate } from "../../policies/evaluate";
import { Model } from "../../policies/model/model";
import { synthSource } from "../../policies/model/synth-source";
import type { Policy } from "../../policies/policy";
import { declaredEstate, readStacks, TODAY, writeEstate } from "../support/estates";
import { retired } from "../support/evidence";
import { MUTATIONS } from "./mutations/all-mutations";
import { Output } from "./mutations/mutation";

type Phase = Enclave["phase"];
const local = declaredEstate("local");
const estateIn = (phase: Phase): Estate =>
  phase === "retired" ? retired(local) : { ...local, enclave: { ...local.enclave, phase } };
const texts = new Map<Phase, readonly (readonly [string, string])[]>();

/** A copy of what is synthesized while the enclave is in a phase. */
function output(phase: Phase): Output {
  const known = texts.get(phase) ?? synthesized(phase);
  texts.set(phase, known);
  return Output.of(known);
}

function synthesized(phase: Phase) {
  const outdir = writeEstate(estateIn(phase));
  const read = [...readStacks(outdir)];
  rmSync(outdir, { recursive: true });
  return read;
}

/** Where a policy is about each resource, only those of the broken stack are asked about; all are there to be named. */
function findingsOf(policyId: string, { stacks }: Output, broken: string, phase: Phase) {
  const sources = Object.entries(stacks).map(([stack, json]) => synthSource(stack, `${stack}/cdk.tf.json`, json, []));
  const policies = POLICIES.filter(({ id }) => id === policyId);
  expect(policies).toHaveLength(1);
  const model = new Model(sources);
  const context = { model, estate: estateIn(phase), today: TODAY, whole: true };
  const [policy] = policies as [Policy];
  if (policy.kind === "whole") return evaluate([policy], context).flatMap(({ findings }) => findings);
  return model
    .resources(...policy.types)
    .filter((resource) => resource.stack === broken)
    .map((resource) => policy.check(resource, context))
    .filter(({ outcome }) => outcome === "fail" || outcome === "undecided")
    .map(({ at }) => at);
}

describe("every guarantee is missed when it is taken away", () => {
  let killed = 0;

  it.each(MUTATIONS)("$policy notices when $title", ({ policy, stack, phase = "serving", at, break: breakIt }) => {
    const broken = output(phase);
    const address = at(broken);
    breakIt(broken);
    const places = findingsOf(policy, broken, stack, phase).map((at) => `${at.stack}/${at.address}`);
    expect(places).toContain(`${stack}/${address}`);
    killed++;
  });

  it("kills every mutation", () => {
    const types = new Set(MUTATIONS.map(({ type }) => type));
    console.log(`${killed} of ${MUTATIONS.length} mutations killed, over ${types.size} resource types`);
    expect(killed).toBe(MUTATIONS.length);
  });
});
