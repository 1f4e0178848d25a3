import "./stacks/without-token-traces";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { chosenEstate } from "./config/chosen";
import { sunsetWarnings } from "./config/sunset";
import { writeEstateFile } from "./config/written";
import { bundleFunction } from "./functions/bundle-function";
import { check } from "./policies/check";
import { readInputs } from "./policies/model/read";
import { tellFindings, tellVerdict } from "./policies/telling";
import { waiversOf } from "./policies/waivers/load-waivers";
import { buildEstate } from "./stacks/build-estate";

/**
 * Composition root: loads the chosen estate, bundles its functions, builds its stacks, writes all of it, and judges what
 * it has written by code that asks neither. A refused estate writes nothing; output that a policy objects to ends the
 * synth, and no deployment follows.
 */
function main(): void {
  const { estate, today, notices } = chosenEstate(process.env);
  for (const notice of [...notices, ...sunsetWarnings(estate, today)]) console.log(notice);
  const app = new App();
  buildEstate(app, estate, bundleFunction);
  app.synth();
  const others = othersStacks(app);
  for (const folder of others) rmSync(folder, { recursive: true });
  writeEstateFile(app.outdir, estate);
  const report = check(readInputs([app.outdir]), { estate, today, waivers: waiversOf(estate.name) });
  for (const finding of tellFindings(report)) console.error(finding);
  console.log(tellVerdict(report));
  if (report.findings.length > 0) process.exitCode = 1;
  // After a synth that succeeded, cdktf removes what it found there before, and fails where that is gone already.
  else if (process.env["CDKTF_OUTDIR"] !== undefined) for (const folder of others) mkdirSync(folder);
}

/** What another estate's synth left in the folder is not of this one, and would be judged as if it were. */
function othersStacks({ outdir, manifest }: App): readonly string[] {
  const others = readdirSync(join(outdir, "stacks")).filter((stack) => !Object.hasOwn(manifest.stacks, stack));
  return others.map((stack) => join(outdir, "stacks", stack));
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error && !process.env["CLOVER_DEBUG"] ? error.message : error);
  process.exitCode = 1;
}
