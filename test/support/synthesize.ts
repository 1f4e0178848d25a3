import { App } from "cdktf";
import type { Estate } from "../../config/estate";
import { bundleFunction } from "../../functions/bundle-function";
import { buildEstate } from "../../stacks/build-estate";

/** Synthesizes an estate's stacks into a folder, as `cdktf synth` does. */
export function synthesize(estate: Estate, outdir: string): void {
  const app = new App({ outdir });
  buildEstate(app, estate, bundleFunction);
  app.synth();
}
