import { inspect } from "node:util";
import { Command } from "commander";
import { EstateError } from "../config/problem";
import { version } from "../package.json";
import { Failure } from "./failure";
import { note } from "./say";

/** By name, in the order of the help. Each is loaded when it is asked for: AWS's SDK alone takes a second. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  estate: async () => (await import("./commands/estate")).estateCommand(),
  check: async () => (await import("./commands/check")).checkCommand(),
  review: async () => (await import("./commands/review")).reviewCommand(),
  evidence: async () => (await import("./commands/evidence")).evidenceCommand(),
  explain: async () => (await import("./commands/explain")).explainCommand(),
  where: async () => (await import("./commands/where")).whereCommand(),
  guardrails: async () => (await import("./commands/guardrails")).guardrailsCommand(),
  preflight: async () => (await import("./commands/preflight")).preflightCommand(),
  enclave: async () => (await import("./commands/enclave")).enclaveCommand(),
  audit: async () => (await import("./commands/audit")).auditCommand(),
  pipeline: async () => (await import("./commands/pipeline")).pipelineCommand(),
  local: async () => (await import("./commands/local")).localCommand(),
};

/** The `clover` command. Exit 0 when all is well, 1 when something was found, 2 when it could not run. */
async function main(): Promise<void> {
  const program = new Command("clover")
    .description("European data centers whose data stays in Europe: declare, deploy locally, verify.")
    .version(version, "-V, --version", "print the version of Clover")
    .showHelpAfterError();
  for (const command of await commandsFor(process.argv[2])) program.addCommand(command);
  misuseExitsWithTwo(program);
  await program.parseAsync();
}

/** The one that is asked for; all of them for help, and for what is no command; none for the version. */
function commandsFor(name: string | undefined): Promise<readonly Command[]> {
  if (name === "--version" || name === "-V") return Promise.resolve([]);
  const asked = name !== undefined && Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]!] : Object.values(COMMANDS);
  return Promise.all(asked.map((load) => load()));
}

/** 1 is for what was found. */
function misuseExitsWithTwo(command: Command): void {
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  command.commands.forEach(misuseExitsWithTwo);
}

/** Whoever reads no further, e.g. `head`, has what it wanted; what cannot be written is no finding. */
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code !== "EPIPE") note(`Standard output cannot be written: ${code}`);
  process.exit(code === "EPIPE" ? (process.exitCode ?? 0) : 2);
});

main().catch((error: unknown) => {
  process.exitCode = error instanceof Failure ? error.exitCode : 2;
  if (error instanceof EstateError || error instanceof Failure) note(error.message);
  else if (process.env["CLOVER_DEBUG"]) note(inspect(error));
  else note(`clover could not go on: ${(error as Error).message} (CLOVER_DEBUG=1 shows where)`);
});
