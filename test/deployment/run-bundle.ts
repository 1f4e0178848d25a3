import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { bundleFunction } from "../../functions/bundle-function";

const TIMEOUT = 30_000;

/** Runs a bundle as Lambda does: nothing but the file, its environment, and one event. Says `done`, or what went wrong. */
export async function runBundle(
  name: string,
  env: Readonly<Record<string, string>>,
  event: Readonly<Record<string, unknown>>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "clover-function-"));
  const bundle = unzipSync(readFileSync(bundleFunction(name).zipFile))["index.js"]!;
  writeFileSync(join(folder, "index.js"), bundle);
  const script = `require("./index.js").handler(${JSON.stringify(event)}).then(() => console.log("done"), (error) => console.log(error.message))`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], {
    cwd: folder,
    env,
    timeout: TIMEOUT,
  });
  return stdout.trim();
}
