import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "../../config/digest";
import { writeEstateFile } from "../../config/written";
import { declaredEstate, ESTATES, TODAY, writeEstate } from "../support/estates";

const ROOT = join(__dirname, "../..");

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
  const outdir = writeEstate(declaredEstate(name));
  writeEstateFile(outdir, declaredEstate(name));
  return filesIn(outdir);
}

/** Synthesizes in a process of its own, with another time zone, locale, user and folder. */
function synthesizeElsewhere(estate: string): ReadonlyMap<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), "clover-elsewhere-"));
  execFileSync(process.execPath, ["--import", "tsx", "main.ts"], {
    cwd: ROOT,
    stdio: "pipe",
    env: {
      PATH: process.env["PATH"],
      HOME: outdir,
      TZ: "Pacific/Auckland",
      LANG: "tr_TR.UTF-8",
      CDKTF_OUTDIR: outdir,
      CLOVER_ESTATE: estate,
      CLOVER_TODAY: TODAY,
      AWS_REGION: "ap-southeast-2",
    },
  });
  return filesIn(outdir);
}

/** As a platform engineer does, by `cdktf synth`. */
function synthesizeInto(outdir: string, estate: string): void {
  const env = { ...process.env, CLOVER_ESTATE: estate, CLOVER_TODAY: TODAY, CHECKPOINT_DISABLE: "1" };
  execFileSync(join(ROOT, "node_modules/.bin/cdktf"), ["synth", "--output", outdir], { cwd: ROOT, stdio: "pipe", env });
}

it("is of one estate alone, where another was synthesized into the same folder", () => {
  const outdir = mkdtempSync(join(tmpdir(), "clover-both-"));
  const stacks = () => readdirSync(join(outdir, "stacks"));
  synthesizeInto(outdir, "production");
  expect(stacks()).toContain("state-dublin");
  synthesizeInto(outdir, "local");
  expect(stacks()).toEqual(["dublin", "enclave", "ireland-2", "monitor", "norway", "organization"]);
});

describe.each(ESTATES)("the %s estate", (name) => {
  const first = synthesize(name);

  it("has its stacks, what they bundle, its manifest and what was declared", () => {
    const found = [...first.keys()].join("\n");
    for (const file of ["manifest.json", "estate.json", "stacks/dublin/cdk.tf.json", "/incident-record.zip"]) {
      expect(found).toContain(file);
    }
  });

  it("is byte-identical when it is synthesized again", () => {
    expect(synthesize(name)).toEqual(first);
  });

  it("is byte-identical in another process, folder, time zone, locale and region", () => {
    expect(synthesizeElsewhere(name)).toEqual(first);
  });
});
