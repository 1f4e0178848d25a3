import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import type { Estate } from "../../config/estate";
import { loadEstate } from "../../config/load";
import { bundleFunction } from "../../functions/bundle-function";
import { buildEstate } from "../../stacks/build-estate";
import type { Block } from "./synth";

/** The day that the tests live in: the declared estates are valid on it. */
export const TODAY = "2026-11-24";

/** The estates that the project ships. */
export const ESTATES = ["local", "production"] as const;

export function declaredEstate(name: (typeof ESTATES)[number]): Estate {
  return loadEstate(name, { today: TODAY });
}

/** Writes an estate's stacks as `cdktf synth` does, into a folder of their own, and returns it. */
export function writeEstate(estate: Estate): string {
  const outdir = mkdtempSync(join(tmpdir(), `clover-${estate.name}-`));
  const app = new App({ outdir });
  buildEstate(app, estate, bundleFunction);
  app.synth();
  return outdir;
}

/** Stack id → the text of its `cdk.tf.json`. */
export function readStacks(outdir: string): ReadonlyMap<string, string> {
  const folder = join(outdir, "stacks");
  const texts = readdirSync(folder)
    .sort()
    .map((stack) => [stack, readFileSync(join(folder, stack, "cdk.tf.json"), "utf8")] as const);
  return new Map(texts);
}

export interface Placed {
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly block: Block;
}

/** Every resource of every stack, in the order of the output. */
export function resourcesOf(stacks: ReadonlyMap<string, string>): readonly Placed[] {
  return [...stacks].flatMap(([stack, text]) =>
    Object.entries<Record<string, Block>>(JSON.parse(text).resource ?? {}).flatMap(([type, named]) =>
      Object.entries(named).map(([name, block]) => ({ stack, type, address: `${type}.${name}`, block })),
    ),
  );
}
