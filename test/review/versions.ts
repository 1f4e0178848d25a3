import { rmSync } from "node:fs";
import type { Estate } from "../../config/estate";
import { Kept } from "../../policies/kept";
import { synthSource } from "../../policies/model/synth-source";
import type { Side } from "../../review/review";
import { Output } from "../policies/mutations/mutation";
import { readStacks, writeEstate } from "../support/estates";

const known = new Kept<readonly (readonly [stack: string, text: string])[]>();
const unchanged = new Kept<Side>();

/** What an estate is synthesized to: once for each estate, a copy for each caller. */
export function outputOf(estate: Estate): Output {
  return Output.of(known.of(JSON.stringify(estate), () => synthesized(estate)));
}

function synthesized(estate: Estate): readonly (readonly [string, string])[] {
  const folder = writeEstate(estate);
  const texts = [...readStacks(folder)];
  rmSync(folder, { recursive: true });
  return texts;
}

/** One side of a review, after a change of the output; the same for all who change nothing, so that it is judged once. */
export function sideOf(estate: Estate, change?: (output: Output) => void): Side {
  if (change === undefined) return unchanged.of(JSON.stringify(estate), () => sideWith(estate));
  return sideWith(estate, change);
}

function sideWith(estate: Estate, change?: (output: Output) => void): Side {
  const output = outputOf(estate);
  change?.(output);
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
