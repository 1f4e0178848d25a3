import { Command } from "commander";
import { EstateError } from "../config/problem";
import { auditCommand } from "./commands/audit";
import { checkCommand } from "./commands/check";
import { enclaveCommand } from "./commands/enclave";
import { estateCommand } from "./commands/estate";
import { evidenceCommand } from "./commands/evidence";
import { explainCommand } from "./commands/explain";
import { guardrailsCommand } from "./commands/guardrails";
import { localCommand } from "./commands/local";
import { pipelineCommand } from "./commands/pipeline";
import { whereCommand } from "./commands/where";
import { Failure } from "./failure";

/** The `clover` command. Exit 0 when all is well, 1 when something was found, 2 when it could not run. */
async function main(): Promise<void> {
  const program = new Command("clover")
    .description("European data centers whose data stays in Europe: declare, deploy locally, verify.")
    .showHelpAfterError()
    .addCommand(estateCommand())
    .addCommand(checkCommand())
    .addCommand(evidenceCommand())
    .addCommand(explainCommand())
    .addCommand(whereCommand())
    .addCommand(guardrailsCommand())
    .addCommand(enclaveCommand())
    .addCommand(auditCommand())
    .addCommand(pipelineCommand())
    .addCommand(localCommand());
  misuseExitsWithTwo(program);
  await program.parseAsync();
}

/** 1 is for what was found. */
function misuseExitsWithTwo(command: Command): void {
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  command.commands.forEach(misuseExitsWithTwo);
}

main().catch((error: unknown) => {
  if (error instanceof EstateError || error instanceof Failure) {
    console.error(error.message);
    process.exitCode = error instanceof Failure ? error.exitCode : 2;
    return;
  }
  console.error(error);
  process.exitCode = 2;
});
