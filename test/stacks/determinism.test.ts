import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { declaredEstate, ESTATES, readStacks, TODAY, writeEstate } from "../support/estates";

const ROOT = join(__dirname, "../..");

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
  return readStacks(outdir);
}

describe.each(ESTATES)("the %s estate", (name) => {
  const first = readStacks(writeEstate(declaredEstate(name)));

  it("is byte-identical when it is synthesized again", () => {
    expect(readStacks(writeEstate(declaredEstate(name)))).toEqual(first);
  });

  it("is byte-identical in another process, folder, time zone, locale and region", () => {
    expect(synthesizeElsewhere(name)).toEqual(first);
  });
});
