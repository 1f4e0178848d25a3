import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "../../config/digest";
import type { Estate } from "../../config/estate";
import { loadEstate } from "../../config/load";
import type * as Synthesizing from "./synthesize";
import { synthsOfThisRun } from "./synths-of-this-run";
import type { Block } from "./synth";

/** The day that the tests live in: the declared estates are valid on it. */
export const TODAY = "2026-11-24";

/** The estates that the project ships. */
export const ESTATES = ["local", "production"] as const;

export function declaredEstate(name: (typeof ESTATES)[number]): Estate {
  return loadEstate(name, { today: TODAY });
}

/** Writes an estate's stacks as `cdktf synth` does, into a folder of the caller's own, and returns it. */
export function writeEstate(estate: Estate): string {
  const outdir = mkdtempSync(join(tmpdir(), `clover-${estate.name}-`));
  cpSync(synthesizedOnce(estate), outdir, { recursive: true });
  return outdir;
}

/** The folder that the first who asks in a run of the tests has synthesized the estate into: it is for reading alone. */
function synthesizedOnce(estate: Estate): string {
  const once = join(synthsOfThisRun(), sha256(JSON.stringify(estate)));
  if (existsSync(once)) return once;
  const own = mkdtempSync(`${once}-`);
  // Loaded here and by nobody else: cdktf and the provider's bindings take each file of tests a second.
  jest.requireActual<typeof Synthesizing>("./synthesize").synthesize(estate, own);
  try {
    renameSync(own, once);
  } catch (error) {
    // Another file's tests were faster.
    if (!existsSync(once)) throw error;
    rmSync(own, { recursive: true });
  }
  return once;
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
