import type { Estate } from "../../config/estate";
import { declaredPlaces, type Context } from "../../policies/context";
import type { Example, StacksExample } from "../../policies/examples";
import { planSource } from "../../policies/model/plan-source";
import { synthSource } from "../../policies/model/synth-source";
import { readingsOf } from "../../policies/readings";

const SITE = "dublin";

/** The output that an example stands for, each stack at the place that the estate declares for it. */
export function sampleContext(example: Example, estate: Estate, today: string): Context {
  const given = "stacks" in example ? (example as StacksExample) : { stacks: { [SITE]: { resource: example } } };
  const sources = Object.entries(given.stacks).map(([stack, json]) =>
    synthSource(stack, `${stack}/cdk.tf.json`, { provider: { aws: [providerOf(stack, estate)] }, ...json }, []),
  );
  const plans = Object.entries(given.plans ?? {}).map(([stack, plan]) => planSource(stack, `${stack}.json`, plan, []));
  const enclave = { ...estate.enclave, ...given.enclave };
  const declared = { ...estate, enclave, state: given.state ?? estate.state };
  return {
    ...readingsOf([...sources, ...plans]),
    estate: declared,
    today: given.today ?? today,
    whole: given.whole ?? false,
  };
}

function providerOf(stack: string, estate: Estate) {
  const place = declaredPlaces(estate).find((candidate) => candidate.stack === stack);
  return { region: place?.region, allowed_account_ids: [place?.account] };
}
