import { Command, InvalidArgumentError } from "commander";
import { verifyBundle } from "../evidence/verify-bundle";
import { writeBundle } from "../evidence/write-bundle";
import { estateOption } from "../estate-option";
import { Failure } from "../failure";
import { judgingEstate } from "../judging";
import { addOutputs, outputsOption } from "../outputs";
import { SYNTHESIZED } from "../project";
import { visible } from "../report/visible";
import { say } from "../say";
import { mustBeWritable } from "../write-report";

interface Options {
  readonly out?: string;
  readonly estate?: string;
  readonly review?: string;
  readonly outputs?: string;
}

export function evidenceCommand(): Command {
  return new Command("evidence")
    .description("write what was synthesized, with what the policies say of it, as a bundle that shows any change")
    .addCommand(writeCommand(), { isDefault: true })
    .addCommand(verifyCommand());
}

function writeCommand(): Command {
  return new Command("write")
    .description("write a bundle; exit 1 when the policies object to what it holds")
    .argument("[path]", "synth folder", SYNTHESIZED)
    .requiredOption("--out <folder>", "where the bundle goes; it must not hold anything")
    .addOption(estateOption())
    .option("--review <file>", "a review in JSON, to be kept with it")
    .addOption(outputsOption())
    .action((path: string, { out, estate, review, outputs }: Options) => {
      if (out === "") throw new Failure("--out names no folder: name one that is not there yet.");
      mustBeWritable([outputs || undefined]);
      const { report, files, digest } = writeBundle(out!, { synthesized: path, chosen: judgingEstate(estate), review });
      const { pass, fail, undecided, waived } = report.summary;
      say(`${out}: ${files} files; ${pass} passed, ${fail} failed, ${undecided} undecided, ${waived} waived.`);
      say(`statement sha256:${digest}`);
      if (outputs) addOutputs({ statement: digest }, outputs);
      if (report.findings.length > 0) process.exitCode = 1;
    });
}

function verifyCommand(): Command {
  return new Command("verify")
    .description("compare a bundle with its statement; exit 1 names every file that is changed, missing or extra")
    .argument("<folder>", "what `clover evidence` wrote")
    .option("--statement <sha256>", "the statement's SHA-256, as it was signed or archived", digestOf)
    .action((folder: string, { statement: recorded }: { readonly statement?: string }) => {
      const { statement, digest, problems } = verifyBundle(folder, recorded);
      for (const problem of problems) say(visible(problem));
      if (problems.length > 0) {
        process.exitCode = 1;
        return;
      }
      say(`${folder}: ${statement.subject.length} files as recorded; the policies ${statement.predicate.result}.`);
      say(
        `statement sha256:${digest}${recorded ? ", as recorded" : ", compared with none that was recorded: --statement names it"}`,
      );
    });
}

function digestOf(text: string): string {
  const digest = text.replace(/^sha256:/, "");
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new InvalidArgumentError("It must be a SHA-256 in lower-case hex.");
  return digest;
}
