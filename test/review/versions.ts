import { rmSync } from "node:fs";
import type { Estate } from "../../config/estate";
import { synthSource } from "../../policies/model/synth-source";
import type { Side } from "../../review/review";
import { Output } from "../policies/mutations/mutation";
import { readStacks, writeEstate } from "../support/estates";

const known = new Map<string, readonly (readonly [stack: string, text: string])[]>();

/** What an estate is synthesized to: once for each estate, a copy for each caller. */
export function outputOf(estate: Estate): Output {
  const key = JSON.stringify(estate);
  const texts = known.get(key) ?? synthesized(estate);
  known.set(key, texts);
  return Output.of(texts);
}

function synthesized(estate: Estate): readonly (readonly [string, string])[] {
  const folder = writeEstate(estate);
  const texts = [...readStacks(folder)];
  rmSync(folder, { recursive: true });
  return texts;
}

/** One side of a review, after a change of the output. */
export function sideOf(estate: Estate, change: (output: Output) => void = () => undefined): Side {
  const output = outputOf(estate);
  change(output);
  const sources = Object.entries(output.stacks).map(([stack, json]) =>
    synthSource(stack, `${stack}/cdk.tf.json`, json, []),
  );
  return { estate, inputs: { sources, whole: true } };
}

/** One side of a review of Dublin's stack with one queue in it and what is added: for what is told of a resource by itself. */
export function bareSideOf(estate: Estate, add: (output: Output) => void = () => undefined): Side {
  const { terraform, provider } = outputOf(estate).stacks["dublin"]!;
  const json = { terraform, provider, resource: { aws_sqs_queue: { standing: { name: "standing" } } } };
  add(new Output({ dublin: json }));
  return { estate, inputs: { sources: [synthSource("dublin", "dublin/cdk.tf.json", json, [])], whole: false } };
}
