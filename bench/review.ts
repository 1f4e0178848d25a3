/**
 * What a review of two estates costs, against reading and parsing both in the same run.
 *
 *     npm run bench:review [-- 10 100]
 *
 * Three reviews for each number of sites: of an estate with itself, of one in which a single key differs, and of one in
 * which every trail does. `/ parse` is the review inside its process, files read, divided by reading and JSON.parse of
 * the same files there. Each is the median of several runs taken in turn.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "../cli/table";
import { runApart } from "./processes";

const RUNS = 3;
const SITES = [10, 100];
const TODAY = "2026-11-24";
const CHANGES = ["nothing", "one key", "every trail"] as const;
type What = (typeof CHANGES)[number];

interface Cost {
  readonly reviewSeconds: number;
  readonly parseSeconds: number;
  readonly entries: number;
  readonly resources: number;
  readonly megabytes: number;
}

const filesIn = (folder: string) =>
  readdirSync(join(folder, "stacks")).map((stack) => join(folder, "stacks", stack, "cdk.tf.json"));

function secondsOf(action: () => unknown): number {
  const started = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - started) / 1e9;
}

/** Writes an estate of so many sites, twice, the second with a change. */
async function write(sites: number, base: string, head: string, what: What): Promise<void> {
  await import("../stacks/without-token-traces");
  const { App } = await import("cdktf");
  const { buildEstate } = await import("../stacks/build-estate");
  const { bundleFunction } = await import("../functions/bundle-function");
  const app = new App({ outdir: base });
  buildEstate(app, await estateWith(sites), bundleFunction);
  app.synth();
  cpSync(base, head, { recursive: true });
  const changed =
    what === "nothing" ? [] : what === "one key" ? [join(head, "stacks/dublin/cdk.tf.json")] : filesIn(head);
  const [from, to] =
    what === "one key"
      ? ['"enable_key_rotation": true', '"enable_key_rotation": false']
      : ['"enable_log_file_validation": true', '"enable_log_file_validation": false'];
  for (const file of changed) writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
}

async function estateWith(sites: number) {
  const { loadEstate } = await import("../config/load");
  const { estateOf } = await import("./many-sites");
  return estateOf(loadEstate("local", { today: TODAY }), sites);
}

async function sample(sites: number, base: string, head: string): Promise<Cost> {
  const estate = await estateWith(sites);
  const { readInputs } = await import("../policies/model/read");
  const { review } = await import("../review/review");
  let found: ReturnType<typeof review> | undefined;
  const reviewSeconds = secondsOf(() => {
    found = review({ estate, inputs: readInputs([base]) }, { estate, inputs: readInputs([head]) }, TODAY);
  });
  const parseSeconds = secondsOf(() =>
    [base, head].flatMap(filesIn).forEach((file) => JSON.parse(readFileSync(file, "utf8"))),
  );
  const megabytes = process.resourceUsage().maxRSS / 1024;
  return { reviewSeconds, parseSeconds, entries: found!.entries.length, resources: found!.head.resources, megabytes };
}

function measured(sites: number, what: What): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "clover-bench-review-"));
  const [base, head] = [join(folder, "base"), join(folder, "head")];
  runApart("review.ts", "--write", String(sites), base, head, what);
  const costs = Array.from(
    { length: RUNS },
    () => JSON.parse(runApart("review.ts", "--review", String(sites), base, head)) as Cost,
  );
  rmSync(folder, { recursive: true });
  const median = (figure: (cost: Cost) => number) => costs.map(figure).sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  const [seconds, parse] = [median((cost) => cost.reviewSeconds), median((cost) => cost.parseSeconds)];
  const figures = [seconds, parse, seconds / parse, median((cost) => cost.megabytes)].map((figure) =>
    figure.toFixed(2),
  );
  return [String(sites), String(costs[0]!.resources), what, String(costs[0]!.entries), ...figures];
}

async function main([mode, ...args]: readonly string[]): Promise<void> {
  const [sites, base, head, what] = args as [string, string, string, What];
  if (mode === "--write") return write(Number(sites), base, head, what);
  if (mode === "--review") {
    process.stdout.write(`\n${JSON.stringify(await sample(Number(sites), base, head))}`);
    return;
  }
  const sizes = mode ? [mode, ...args].map(Number) : SITES;
  const rows = sizes.flatMap((size) => CHANGES.map((each) => measured(size, each)));
  console.log(table(["sites", "resources", "what differs", "entries", "review s", "parse s", "/ parse", "MB"], rows));
}

void main(process.argv.slice(2));
