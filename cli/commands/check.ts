import { Command, InvalidArgumentError } from "commander";
import { check } from "../../policies/check";
import { PACKS } from "../../policies/packs";
import type { Pack } from "../../policies/packs/pack";
import { loadWaivers, waiversFile } from "../../policies/waivers/load-waivers";
import { estateOption, type OfEstate } from "../estate-option";
import { estateFilesRead, filesRead } from "../files-read";
import { inputsAt, judgingEstate, unlessUnreadable } from "../judging";
import { SYNTHESIZED } from "../project";
import { FORMATS } from "../report/formats";
import { filesOf, wantedReports, type Wanted } from "../wanted-reports";
import { mustBeWritable, writeReport } from "../write-report";

interface Options extends OfEstate {
  readonly waivers?: string;
  readonly pack?: Pack;
}

export function checkCommand(): Command {
  const command = new Command("check")
    .description("judge what was synthesized or planned by every policy")
    .argument("[path...]", "synth folder, stack folder, cdk.tf.json, or plan from `terraform show -json`", [
      SYNTHESIZED,
    ])
    .addOption(estateOption());
  const wanted = wantedReports(command, Object.keys(FORMATS));
  return command
    .option("--waivers <file>", "dated exceptions; otherwise policies/waivers/<estate>.yaml where there is one")
    .option("--pack <framework>", `only what it asks for: ${PACKS.map(({ id }) => id).join(", ")}`, packNamed)
    .action((paths: readonly string[], options: Options) => {
      runCheck(paths, options, wanted());
    });
}

/** @throws Failure when the check itself cannot run */
function runCheck(paths: readonly string[], options: Options, wanted: readonly Wanted[]): void {
  const files = filesOf(wanted);
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
