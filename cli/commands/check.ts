import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { check } from "../../policies/check";
import { PACKS } from "../../policies/packs";
import type { Pack } from "../../policies/packs/pack";
import { loadWaivers, waiversFile } from "../../policies/waivers/load-waivers";
import { Failure } from "../failure";
import { estateFilesRead, filesRead } from "../files-read";
import { inputsAt, judgingEstate, unlessUnreadable } from "../judging";
import { SYNTHESIZED } from "../project";
import { FORMATS } from "../report/formats";
import { mustBeWritable, writeReport } from "../write-report";

/** One form of the report, and the file that it goes to; none is standard output. */
interface Wanted {
  readonly format: string;
  readonly file?: string;
}

interface Options {
  readonly estate?: string;
  readonly format?: readonly Wanted[];
  readonly waivers?: string;
  readonly pack?: Pack;
}

export function checkCommand(): Command {
  const wanted: Wanted[] = [];
  return new Command("check")
    .description("judge what was synthesized or planned by every policy")
    .argument("[path...]", "synth folder, stack folder, cdk.tf.json, or plan from `terraform show -json`", [
      SYNTHESIZED,
    ])
    .option("--estate <name or file>", "what it is judged by; otherwise CLOVER_ESTATE")
    .option("--format <format>", `${Object.keys(FORMATS).join(", ")}; may be given several times`, (format: string) => {
      if (!Object.hasOwn(FORMATS, format))
        throw new InvalidArgumentError(`It must be one of ${Object.keys(FORMATS).join(", ")}.`);
      wanted.push({ format });
    })
    .option("--out <file>", "where the format before it goes; otherwise standard output", (file: string) => {
      const last = wanted.at(-1);
      if (last && last.file === undefined) wanted[wanted.length - 1] = { ...last, file };
      else wanted.push({ format: "text", file });
    })
    .option("--waivers <file>", "dated exceptions; otherwise policies/waivers/<estate>.yaml where there is one")
    .option("--pack <framework>", `only what it asks for: ${PACKS.map(({ id }) => id).join(", ")}`, packNamed)
    .action((paths: readonly string[], options: Options) => {
      runCheck(paths, options, wanted.length > 0 ? wanted : [{ format: "text" }]);
    });
}

/** @throws Failure when the check itself cannot run */
function runCheck(paths: readonly string[], options: Options, wanted: readonly Wanted[]): void {
  if (wanted.filter(({ file }) => file === undefined).length > 1) {
    throw new Failure("Only one format can go to standard output: give the others an --out.");
  }
  const files = wanted.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.slice(0, index).some((other) => resolve(other) === resolve(file)));
  if (twice) throw new Failure(`${twice}: two formats go to this file: give each an --out of its own.`);
  const judging = judgingEstate(options.estate);
  const waiversFrom = options.waivers ?? waiversFile(judging.estate.name);
  mustBeWritable(files, [filesRead(paths), estateFilesRead(judging.file), waiversFrom ?? []].flat());
  const { estate, today } = judging;
  const report = unlessUnreadable(() => {
    const waivers = waiversFrom === undefined ? [] : loadWaivers(waiversFrom);
    const inputs = inputsAt(paths, judging);
    return check(inputs, { estate, today, pack: options.pack, waivers, notes: inputs.notes });
  });
  for (const { format, file } of wanted) writeReport(FORMATS[format]!(report), file);
  if (report.findings.length > 0) process.exitCode = 1;
}

function packNamed(name: string): Pack {
  const pack = PACKS.find(({ id }) => id === name);
  if (!pack) throw new InvalidArgumentError(`It must be one of ${PACKS.map(({ id }) => id).join(", ")}.`);
  return pack;
}
