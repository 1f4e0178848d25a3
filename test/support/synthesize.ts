import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import type { Estate } from "../../config/estate";
import { bundleFunction } from "../../functions/bundle-function";
import type { FunctionBundle, Functions } from "../../functions/function-bundle";
import { buildEstate } from "../../stacks/build-estate";
import { synthsOfThisRun } from "./synths-of-this-run";

/** Synthesizes an estate's stacks into a folder, as `cdktf synth` does. */
export function synthesize(estate: Estate, outdir: string, functions: Functions = bundledOnce): void {
  const app = new App({ outdir });
  buildEstate(app, estate, functions);
  app.synth();
}

/** A function as the first who asks in a run of the tests has bundled it. */
function bundledOnce(name: string): FunctionBundle {
  const once = join(synthsOfThisRun(), `${name}.json`);
  if (existsSync(once)) return JSON.parse(readFileSync(once, "utf8")) as FunctionBundle;
  const bundle = bundleFunction(name);
  writeFileSync(`${once}.${process.pid}`, JSON.stringify(bundle));
  renameSync(`${once}.${process.pid}`, once);
  return bundle;
}
