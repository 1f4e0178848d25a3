/**
 * What a synth costs, against writing the same JSON from plain objects in the same run.
 *
 *     npm run bench:synth [-- 4 20 100 500]
 *
 * Each figure is a whole process on the same runner, the median of several runs taken in turn, so that a drift of the
 * machine's speed meets both alike. The plain process parses the JSON that the synth has written and
 * writes it again, formatted as cdktf does: the least that any generator of it must do.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "../cli/table";
import { runApart } from "./processes";

const RUNS = 5;
const SIZES = [4, 20, 100];

interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function medianCost(costs: readonly Cost[]): Cost {
  return {
    seconds: median(costs.map(({ seconds }) => seconds)),
    megabytes: median(costs.map(({ megabytes }) => megabytes)),
  };
}

/** One of the two measured processes, which say how many KB they took. */
function measure(file: string, ...args: readonly string[]): Cost {
  const started = process.hrtime.bigint();
  const kilobytes = runApart(file, ...args);
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, megabytes: Number(kilobytes) / 1024 };
}

async function synthesize(size: number, outdir: string): Promise<void> {
  await import("../stacks/without-token-traces");
  const { App } = await import("cdktf");
  const { loadEstate } = await import("../config/load");
  const { bundleFunction } = await import("../functions/bundle-function");
  const { buildEstate } = await import("../stacks/build-estate");
  const { estateOf } = await import("./many-sites");
  const app = new App({ outdir });
  buildEstate(app, estateOf(loadEstate("local", { today: "2026-11-24" }), size), bundleFunction);
  app.synth();
}

function compare(size: number): { readonly synth: Cost; readonly plain: Cost } {
  const folder = mkdtempSync(join(tmpdir(), "clover-bench-"));
  const synth: Cost[] = [];
  const plain: Cost[] = [];
  const measureSynth = () => measure("synth.ts", "--synth", String(size), folder);
  measureSynth();
  for (let run = 0; run < RUNS; run++) {
    synth.push(measureSynth());
    plain.push(measure("plain.ts", folder));
  }
  rmSync(folder, { recursive: true });
  return { synth: medianCost(synth), plain: medianCost(plain) };
}

function report(sizes: readonly number[]): void {
  const measured = sizes.map((size) => ({ size, ...compare(size) }));
  const rows = measured.map(({ size, synth, plain }) => {
    const figures = [synth.seconds, synth.megabytes, plain.seconds, plain.megabytes, synth.seconds / plain.seconds];
    return [String(size), ...figures.map((figure) => figure.toFixed(2))];
  });
  console.log(table(["sites", "synth s", "synth MB", "plain s", "plain MB", "time ratio"], rows));
  const costs = measured.map(({ synth }) => synth);
  const [first, last] = [costs[0]!, costs.at(-1)!];
  const [from, to] = [sizes.length > 1 ? sizes[1]! : sizes[0]!, sizes.at(-1)!];
  const exponent = Math.log(last.seconds / costs[sizes.indexOf(from)]!.seconds) / Math.log(to / from);
  console.log(`growth exponent of the time, ${from} to ${to} sites: ${exponent.toFixed(2)} (1 is linear)`);
  console.log(`memory, ${to} against ${sizes[0]} sites: ${(last.megabytes / first.megabytes).toFixed(2)} times`);
}

async function main([mode, size, folder]: readonly string[]): Promise<void> {
  if (mode !== "--synth") return report(mode ? process.argv.slice(2).map(Number) : SIZES);
  await synthesize(Number(size), folder!);
  process.stdout.write(String(process.resourceUsage().maxRSS));
}

void main(process.argv.slice(2));
