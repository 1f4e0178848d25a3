import { spawnSync, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { app } from "../../cdktf.json";
import { Failure } from "../failure";
import { OWN, ROOT, STATE, SYNTHESIZED } from "../project";
import { appendedTo } from "./appended";
import { start, wasInterrupted } from "./processes";
import { endDeployment, noteBegun, noteEnded } from "./unfinished";

/** How long Terraform's provider may take to end after cdktf has. */
const PROVIDER_ENDS_SECONDS = 20;

const PROGRESS_MILLISECONDS = 250;

/** Most of a deployment is waiting for the provider's own timers: more at once costs little. */
const TERRAFORM_PARALLELISM = 20;
const CDKTF = join(ROOT, "node_modules", ".bin", "cdktf");
/** Terraform's errors that a person is shown; the rest is in the log. */
const SHOWN_ERROR_LINES = 12;

export type Tell = (message: string) => void;

/** Terraform JSON of a stack, as far as it is counted here. */
interface StackJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Writes the stacks, by the app that `cdktf synth` runs: cdktf would take as long to start.
 *
 * @throws Failure with what the synth said
 */
export function synthesize(environment: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr } = spawnSync(app, { cwd: ROOT, env: environment, encoding: "utf8", shell: true });
  if (status !== 0) throw new Failure(`The synth failed:\n${stderr || stdout}`);
}

const folderOf = (stack: string) => join(SYNTHESIZED, "stacks", stack);

export function synthesizedCount(stack: string): number {
  const text = readFileSync(join(folderOf(stack), "cdk.tf.json"), "utf8");
  return Object.values((JSON.parse(text) as StackJson).resource ?? {}).reduce(
    (sum, named) => sum + Object.keys(named).length,
    0,
  );
}

/** Resources that Terraform's state holds of a stack. */
export function deployedCount(estate: string, stack: string): number {
  const file = join(STATE, estate, `${stack}.tfstate`);
  if (!existsSync(file)) return 0;
  const state = JSON.parse(readFileSync(file, "utf8")) as StateFile;
  return (state.resources ?? [])
    .filter(({ mode }) => mode === "managed")
    .reduce((sum, { instances }) => sum + instances.length, 0);
}

interface StateFile {
  readonly resources?: readonly { readonly mode: string; readonly instances: readonly unknown[] }[];
}

export function logFile(stack: string): string {
  return join(OWN, "local", "logs", `${stack}.log`);
}

/**
 * Gives a stack its provider, before several are deployed at once: a cache of providers, which cdktf or a person may have
 * Terraform keep, is not safe for two that install into it at the same time.
 *
 * @throws Failure that names the stack, Terraform's error and the log
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache
 */
export async function initialise(stack: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const args = [`-chdir=${folderOf(stack)}`, "init", "-input=false"];
  const child = startLogged(stack, environment["TERRAFORM_BINARY_NAME"] ?? "terraform", args, environment);
  requireDone(stack, await statusOf(child));
}

/**
 * Deploys one stack through `cdktf deploy`.
 *
 * @throws Failure that names the stack, Terraform's error and the log; the next run begins with this stack
 */
export async function deploy(estate: string, stack: string, environment: NodeJS.ProcessEnv, tell: Tell): Promise<void> {
  const began = Date.now();
  const total = synthesizedCount(stack);
  const args = ["deploy", stack, "--auto-approve", "--skip-synth", "--ignore-missing-stack-dependencies"];
  const child = startLogged(stack, CDKTF, [...args, `--terraform-parallelism=${TERRAFORM_PARALLELISM}`], environment);
  noteBegun(estate, stack, child.pid!);
  const progress = progressOf(stack, total, tell);
  const watching = setInterval(progress, PROGRESS_MILLISECONDS);
  const status = await statusOf(child).finally(() => clearInterval(watching));
  // Terraform and its provider may take a moment longer than cdktf.
  await endDeployment(child.pid!, PROVIDER_ENDS_SECONDS);
  requireDone(stack, status);
  noteEnded(estate, stack);
  tell(`${stack}: done in ${Math.round((Date.now() - began) / 1000)} s`);
}

/** Starts a command whose words go into the stack's log alone. */
function startLogged(
  stack: string,
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): ChildProcess {
  mkdirSync(dirname(logFile(stack)), { recursive: true });
  // Into a file and through no pipe: whoever kills this process leaves Terraform to end by itself, with its state written.
  const log = openSync(logFile(stack), "w");
  const child = start(command, args, { cwd: ROOT, env: environment, stdio: ["ignore", log, log] });
  closeSync(log);
  return child;
}

function statusOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
}

/** @throws Failure when the command was stopped or has failed */
function requireDone(stack: string, status: number | null): void {
  if (wasInterrupted()) throw new Failure(`${stack}: stopped. Run this again to go on.`);
  if (status === 0) return;
  const advice = "Run this again to go on; `npx clover local down` starts afresh.";
  throw new Failure(
    `${stack} failed:\n${errorsIn(readFileSync(logFile(stack), "utf8"))}\nThe whole log: ${logFile(stack)}\n${advice}`,
    1,
  );
}

/** Tells every quarter of a stack's resources, of what its log has come to say since it was asked before. */
function progressOf(stack: string, total: number, tell: Tell): () => void {
  const appended = appendedTo(logFile(stack));
  let [made, told] = [0, 0];
  return () => {
    made += appended().filter((line) => /(Creation|Modifications|Import) complete/.test(line)).length;
    const quarter = Math.min(3, Math.floor((4 * made) / total));
    if (quarter > told) tell(`${stack}: ${made} of ${total} resources`);
    told = Math.max(told, quarter);
  };
}

const ANSI = /\u001b\[[0-9;]*m/g;

function errorsIn(output: string): string {
  const lines = output.replace(ANSI, "").split("\n");
  const first = lines.findIndex((line) => /Error:/.test(line));
  return lines
    .slice(first < 0 ? -SHOWN_ERROR_LINES : first)
    .slice(0, SHOWN_ERROR_LINES)
    .map((line) => `  ${line.trim()}`)
    .filter((line) => line.trim())
    .join("\n");
}
