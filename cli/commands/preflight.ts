import { Command, Option } from "commander";
import { estateOption } from "../estate-option";
import { judgingEstate } from "../judging";
import { preflight } from "../preflight/preflight";
import { exitCodeOf, preflightJson, preflightText } from "../preflight/report";
import { SYNTHESIZED } from "../project";
import { writeReport } from "../write-report";

interface Options {
  readonly estate?: string;
  readonly format: "text" | "json";
}

export function preflightCommand(): Command {
  return new Command("preflight")
    .description("before a stack's first deployment: what its account has already, and how Terraform takes it over")
    .argument("<stack>", "the stack's id")
    .argument("[path]", "synth folder", SYNTHESIZED)
    .addOption(estateOption())
    .addOption(new Option("--format <format>", "how it is printed").choices(["text", "json"]).default("text"))
    .action(async (stack: string, synthesized: string, { estate: named, format }: Options) => {
      const chosen = judgingEstate(named);
      const run = await preflight(chosen, stack, synthesized);
      writeReport((format === "json" ? preflightJson : preflightText)(chosen.estate, run));
      process.exitCode = exitCodeOf(run);
    });
}
