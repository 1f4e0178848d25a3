import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "../../config/digest";
import { writeEstateFile } from "../../config/written";
import { bundleFunction } from "../../functions/bundle-function";
import { declaredEstate, ESTATES, TODAY } from "../support/estates";
import { synthesize as write } from "../support/synthesize";

const ROOT = join(__dirname, "../..");
const STACKS = ["dublin", "enclave", "ireland-2", "monitor", "norway", "organization"];

/** Every file of a synth folder with its digest: stacks, manifest, estate, and the functions' bundles. */
function filesIn(outdir: string): ReadonlyMap<string, string> {
  const files = readdirSync(outdir, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    files
      .filter((file) => statSync(join(outdir, file)).isFile())
      .map((file) => [file, sha256(readFileSync(join(outdir, file)))]),
  );
}

function synthesize(name: (typeof ESTATES)[number]): ReadonlyMap<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), "clover-again-"));
  write(declaredEstate(name), outdir, bundleFunction);
  writeEstateFile(outdir, declaredEstate(name));
  return filesIn(outdir);
}

/** Another time zone, locale, user and region than the tests run with. */
const elsewhere = (estate: string, home: string): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  HOME: home,
  TZ: "Pacific/Auckland",
  LANG: "tr_TR.UTF-8",
  CLOVER_ESTATE: estate,
  CLOVER_TODAY: TODAY,
  AWS_REGION: "ap-southeast-2",
  CHECKPOINT_DISABLE: "1",
});

describe("the output", () => {
  const first = { local: synthesize("local"), production: synthesize("production") };

  it.each(ESTATES)("of the %s estate has its stacks, what they bundle, its manifest and what was declared", (name) => {
    const found = [...first[name].keys()].join("\n");
    for (const file of ["manifest.json", "estate.json", "stacks/dublin/cdk.tf.json", "/incident-record.zip"]) {
      expect(found).toContain(file);
    }
  });

  it.each(ESTATES)("of the %s estate is byte-identical when it is synthesized again", (name) => {
    expect(synthesize(name)).toEqual(first[name]);
  });

  it("is byte-identical in another process, folder, time zone, locale and region, where another estate's was before", () => {
    const [outdir, home] = [1, 2].map(() => mkdtempSync(join(tmpdir(), "clover-elsewhere-"))) as [string, string];
    const options = (env: NodeJS.ProcessEnv) => ({ cwd: ROOT, stdio: "pipe" as const, env });
    const production = { ...elsewhere("production", home), CDKTF_OUTDIR: outdir };
    execFileSync(process.execPath, ["run.mjs", "main.ts"], options(production));
    expect(filesIn(outdir)).toEqual(first.production);
    // As a platform engineer does, by `cdktf synth`, which removes what it found there.
    const cdktf = join(ROOT, "node_modules/.bin/cdktf");
    execFileSync(cdktf, ["synth", "--output", outdir], options(elsewhere("local", home)));
    expect(filesIn(outdir)).toEqual(first.local);
    expect(readdirSync(join(outdir, "stacks"))).toEqual(STACKS);
  });
});
