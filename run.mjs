// Runs a program of the project from its TypeScript, without a build step: `node run.mjs main.ts`. It is bundled in
// memory as it starts: that takes less time than loading hundreds of files one by one, what is bundled runs faster, and
// nothing that was left in a cache is trusted.
import { readFileSync, realpathSync } from "node:fs";
import Module from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const SELF = fileURLToPath(import.meta.url);
const ROOT = dirname(SELF);
/** Published as ES modules alone, which Node 20 does not require: they go into the bundle. What else is installed does not. */
const ES_MODULES = ["@actions/workflow-parser", "hyparquet-writer"];

/**
 * @param entry a file of the project. No file that it needs may ask for its own folder, but config/root.ts.
 * @throws what the program throws; with CLOVER_DEBUG=1 traces show its TypeScript
 */
export function run(entry) {
  const file = resolve(ROOT, entry);
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const installed = Object.keys({ ...dependencies, ...devDependencies });
  const debug = Boolean(process.env.CLOVER_DEBUG);
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    platform: "node",
    target: `node${process.versions.node}`,
    format: "cjs",
    external: installed.filter((name) => !ES_MODULES.includes(name)),
    // Node would ask for what is imported later as an ES module.
    supported: { "dynamic-import": false },
    define: { __dirname: JSON.stringify(join(ROOT, "config")) },
    sourcemap: debug && "inline",
    outfile: file,
    allowOverwrite: true,
    write: false,
  });
  if (debug) process.setSourceMapsEnabled(true);
  const program = new Module(file);
  program.paths = Module._nodeModulePaths(dirname(file));
  program._compile(outputFiles[0].text, file);
}

if (process.argv[1] && realpathSync(process.argv[1]) === SELF) {
  process.argv.splice(1, 1);
  run(process.argv[1]);
}
