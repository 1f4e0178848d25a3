import { rmSync } from "node:fs";
import type { Estate } from "../../config/estate";
import { POLICIES } from "../../policies/all-policies";
import { evaluate } from "../../policies/evaluate";
import { Kept } from "../../policies/kept";
import { Model } from "../../policies/model/model";
import { synthSource } from "../../policies/model/synth-source";
import type { Policy } from "../../policies/policy";
import { declaredEstate, readStacks, TODAY, writeEstate } from "../support/estates";
import { retired } from "../support/evidence";
import { MUTATIONS, OBJECTING } from "./mutations/all-mutations";
import { Output, type Mutation } from "./mutations/mutation";

type Broken = Pick<Mutation, "estate" | "phase">;

const estates = new Kept<Estate>();

/** One object for all mutations of it: what is found out about an estate is found once. */
function estateOf({ estate: name = "local", phase = "serving" }: Broken): Estate {
  return estates.of(`${name} ${phase}`, () => {
    const estate = declaredEstate(name);
    return phase === "retired" ? retired(estate) : { ...estate, enclave: { ...estate.enclave, phase } };
  });
}

const texts = new Kept<readonly (readonly [string, string])[]>();

/** A copy of what an estate is synthesized to while its enclave is in a phase. */
function output(of: Broken): Output {
  return Output.of(texts.of(`${of.estate} ${of.phase}`, () => synthesized(of)));
}

function synthesized(of: Broken) {
  const outdir = writeEstate(estateOf(of));
  const read = [...readStacks(outdir)];
  rmSync(outdir, { recursive: true });
  return read;
}

/** Where a policy is about each resource, only those of the broken stack are asked about; all are there to be named. */
function findingsOf({ policy: policyId, stack: broken, ...of }: Mutation, { stacks }: Output) {
  const sources = Object.entries(stacks).map(([stack, json]) => synthSource(stack, `${stack}/cdk.tf.json`, json, []));
  const policies = POLICIES.filter(({ id }) => id === policyId);
  expect(policies).toHaveLength(1);
  const model = new Model(sources);
  const context = { model, estate: estateOf(of), today: TODAY, whole: true };
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

  afterAll(() => {
    const types = new Set(MUTATIONS.map(({ type }) => type));
    console.log(`${killed} of ${MUTATIONS.length} mutations killed, over ${types.size} resource types`);
  });

  it.each(MUTATIONS)("$policy notices when $title", (mutation) => {
    const broken = output(mutation);
    const address = mutation.at(broken);
    mutation.break(broken);
    const places = findingsOf(mutation, broken).map((at) => `${at.stack}/${at.address}`);
    expect(places).toContain(`${mutation.stack}/${address}`);
    killed++;
  });

  it("is there for every policy, but for the one that judges plans alone", () => {
    const unbroken = POLICIES.filter(({ id }) => !OBJECTING.includes(id));
    // What moves an enclave on is in no output: test/deployment plans to go back, and it objects.
    expect(unbroken.map(({ id }) => id)).toEqual(["ENV-010"]);
  });
});
