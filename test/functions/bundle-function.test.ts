import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { bundleFunction } from "../../functions/bundle-function";

const ROOT = join(__dirname, "../..");
const FIXTURES = join(__dirname, "fixtures");
const echo = bundleFunction("echo", FIXTURES);
const files = unzipSync(readFileSync(echo.zipFile));

/** Bundles in a process of its own, with another time zone, locale and home. */
function bundleElsewhere(): string {
  const script = join(__dirname, "support/print-digest.ts");
  return execFileSync(process.execPath, ["run.mjs", script], {
    cwd: ROOT,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: tmpdir(), TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8" },
  }).trim();
}

describe("bundleFunction", () => {
  it("zips one file", () => expect(Object.keys(files)).toEqual(["index.js"]));

  it("makes the same bytes in another process, time zone and locale", () => {
    expect(bundleElsewhere()).toBe(echo.sha256);
  });

  it("leaves out what is of this machine", () => {
    const code = strFromU8(files["index.js"]!);
    expect(code).not.toContain(ROOT);
    expect(code).not.toContain("node_modules");
  });

  it("brings the SDK along: the code runs where nothing is installed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "clover-function-"));
    const file = join(folder, "index.js");
    writeFileSync(file, files["index.js"]!);
    const { handler } = createRequire(file)(file) as { handler: (event: unknown) => Promise<unknown> };
    expect(await handler({ a: 1 })).toEqual({ event: { a: 1 }, region: "eu-west-1" });
  });

  it("fails when there is no such function", () => {
    expect(() => bundleFunction("absent")).toThrow("there is no function absent; write functions/absent/handler.ts");
  });
});
