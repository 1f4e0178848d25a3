import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The JSON of every stack in a synth folder. */
export function stackTexts(folder: string): readonly string[] {
  const stacks = join(folder, "stacks");
  return readdirSync(stacks).map((stack) => readFileSync(join(stacks, stack, "cdk.tf.json"), "utf8"));
}
