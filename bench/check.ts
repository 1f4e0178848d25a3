/**
 * What a check costs, against parsing the same files in the same run.
 *
 *     npm run bench:check [-- 10000 100000]
 *
 * The files are the synthesized stacks of an estate with as many sites as make that many resources, and once there are
 * seventy, with as many stores in each. `policy work` is the check inside its process, and `reading alone` that every
 * attribute is read once with its references resolved, which is the least that any policy needs; both are divided by
 * JSON.parse of the same texts there. `process` is the whole check, divided by a process that reads and parses the files
 * and does nothing else. Each is the median of several runs taken in turn.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "../cli/table";
import type { Report } from "../policies/report";
import { multiplyStores } from "./many-stores";
import { runApart } from "./processes";
import { stackTexts } from "./stack-texts";

const RUNS = 3;
const SIZES = [10_000, 100_000];
/** About what an active site has, with its share of the monitor's stack; and what one more store in a site is. */
const RESOURCES_A_SITE = 176;
const RESOURCES_A_STORE = 20;
/** The policy of the monitor's bus has no room for many more. */
const MOST_SITES = 70;

interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
  readonly resources: number;
  readonly parseSeconds: number;
  readonly readSeconds: number;
  readonly policySeconds: number;
}

/** How an estate comes to have about that many resources. */
function sized(resources: number): { readonly sites: number; readonly stores: number } {
  const sites = Math.min(Math.round(resources / RESOURCES_A_SITE), MOST_SITES);
  return { sites, stores: Math.max(0, Math.round((resources / sites - RESOURCES_A_SITE) / RESOURCES_A_STORE)) };
}

function measure(file: string, ...args: readonly string[]): Cost {
  const started = process.hrtime.bigint();
  const said = runApart(file, ...args);
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, ...(JSON.parse(said) as Omit<Cost, "seconds">) };
}

function secondsOf(action: () => unknown): number {
  const started = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - started) / 1e9;
}

async function sample(what: string, size: number, folder: string): Promise<Partial<Cost>> {
  const { loadEstate } = await import("../config/load");
  const { estateOf } = await import("./many-sites");
  const today = "2026-11-24";
  const { sites, stores } = sized(size);
  const estate = estateOf(loadEstate("local", { today }), sites);
  if (what === "--synth") {
    await import("../stacks/without-token-traces");
    const { App } = await import("cdktf");
    const { bundleFunction } = await import("../functions/bundle-function");
    const { buildEstate } = await import("../stacks/build-estate");
    const app = new App({ outdir: folder });
    buildEstate(app, estate, bundleFunction);
    app.synth();
    multiplyStores(estate, folder, stores);
    return {};
  }
  const { check } = await import("../policies/check");
  const { readInputs } = await import("../policies/model/read");
  const { readingsOf } = await import("../policies/readings");
  const inputs = readInputs([folder]);
  const readSeconds = secondsOf(() =>
    readingsOf(inputs.sources)
      .model.resources()
      .map(({ root }) => root),
  );
  let report: Report | undefined;
  const policySeconds = secondsOf(() => {
    report = check(inputs, { estate, today, waivers: [] });
  });
  if (report === undefined || report.findings.length > 0) {
    throw new Error(`the estate that is measured has findings: ${JSON.stringify(report?.findings[0])}`);
  }
  const { resources } = report.summary;
  const texts = stackTexts(folder);
  return {
    resources,
    readSeconds,
    policySeconds,
    parseSeconds: secondsOf(() => texts.forEach((text) => JSON.parse(text))),
  };
}

function median(costs: readonly Cost[], figure: (cost: Cost) => number): number {
  return costs.map(figure).sort((a, b) => a - b)[Math.floor(costs.length / 2)]!;
}

function report(sizes: readonly number[]): void {
  const rows = sizes.map((size) => {
    const folder = mkdtempSync(join(tmpdir(), "clover-bench-"));
    measure("check.ts", "--synth", String(size), folder);
    const [checks, parses]: [Cost[], Cost[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      checks.push(measure("check.ts", "--check", String(size), folder));
      parses.push(measure("parse.ts", folder));
    }
    rmSync(folder, { recursive: true });
    const policySeconds = median(checks, (cost) => cost.policySeconds);
    const parseSeconds = median(checks, (cost) => cost.parseSeconds);
    return {
      resources: checks[0]!.resources,
      policySeconds,
      policyRatio: policySeconds / parseSeconds,
      readRatio: median(checks, (cost) => cost.readSeconds) / parseSeconds,
      seconds: median(checks, (cost) => cost.seconds),
      processRatio: median(checks, (cost) => cost.seconds) / median(parses, (cost) => cost.seconds),
      megabytes: median(checks, (cost) => cost.megabytes),
    };
  });
  console.log(
    table(
      [
        "resources",
        "policy work s",
        "/ JSON.parse",
        "reading alone / JSON.parse",
        "process s",
        "/ parse-only process",
        "MB",
      ],
      rows.map(({ resources, policySeconds, policyRatio, readRatio, seconds, processRatio, megabytes }) => [
        String(resources),
        ...[policySeconds, policyRatio, readRatio, seconds, processRatio, megabytes].map((figure) => figure.toFixed(2)),
      ]),
    ),
  );
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const exponent = Math.log(last.policySeconds / first.policySeconds) / Math.log(last.resources / first.resources);
  console.log(`growth exponent of the policy work: ${exponent.toFixed(2)} (1 is linear)`);
}

async function main([mode, size, folder]: readonly string[]): Promise<void> {
  if (!mode?.startsWith("--")) return report(mode ? process.argv.slice(2).map(Number) : SIZES);
  const cost = await sample(mode, Number(size), folder!);
  process.stdout.write(`\n${JSON.stringify({ ...cost, megabytes: process.resourceUsage().maxRSS / 1024 })}`);
}

void main(process.argv.slice(2));
