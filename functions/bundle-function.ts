import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { zipSync } from "fflate";
import { ROOT } from "../config/root";
import type { FunctionBundle } from "./function-bundle";

const BUNDLES = join(ROOT, ".clover", "functions");
/** What the functions run on. */
const TARGET = "node22";
/** The earliest moment that a zip file can name, in local time, as zip files tell time. */
const TIMESTAMP = new Date(1980, 0, 1);

const bundled = new Map<string, FunctionBundle>();

/**
 * Bundles `functions/<name>/handler.ts` with everything that it imports, the AWS SDK too: what runs is what the lock
 * file pins, and not what the runtime happens to bring. Needs no network.
 *
 * Nothing of the machine is in the bundle: names of folders are minified away, and times are left out.
 *
 * @param folder holds the functions; by default this one
 * @throws Error when there is no such function, or it cannot be bundled
 */
export function bundleFunction(name: string, folder: string = join(ROOT, "functions")): FunctionBundle {
  const entry = join(folder, name, "handler.ts");
  const known = bundled.get(entry);
  if (known) return known;
  if (!existsSync(entry)) throw new Error(`there is no function ${name}; write functions/${name}/handler.ts`);
  const bundle = keep(name, zipSync({ "index.js": [codeOf(entry), { mtime: TIMESTAMP, level: 9 }] }));
  bundled.set(entry, bundle);
  return bundle;
}

function codeOf(entry: string): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    absWorkingDir: ROOT,
    bundle: true,
    platform: "node",
    target: TARGET,
    format: "cjs",
    minify: true,
    keepNames: true,
    legalComments: "none",
    tsconfigRaw: {},
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]!.contents;
}

/** Named by what is in it, so that processes that bundle at once do not disturb each other. */
function keep(name: string, zip: Uint8Array): FunctionBundle {
  const sha256 = createHash("sha256").update(zip).digest("hex");
  const folder = join(BUNDLES, sha256);
  const zipFile = join(folder, `${name}.zip`);
  if (!existsSync(zipFile)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${zipFile}.${process.pid}`, zip);
    renameSync(`${zipFile}.${process.pid}`, zipFile);
  }
  return { name, zipFile, sha256 };
}
