import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { StackPlace } from "../../config/places";
import { Failure } from "../failure";
import { STATE } from "../project";
import { interrupt, isDeploying, kill } from "./deploying";

/** How long a deployment that nobody waits for any more may take to end once it is killed. */
const ENDING_SECONDS = 10;
/** And once it is interrupted: Terraform waits for what it has asked for, and writes its state. */
const STOPPING_SECONDS = 60;

/** What is noted while a stack is deployed. */
interface Unfinished {
  readonly processGroup: number;
  /** Whether the stack was deployed before, so that what it holds is kept. */
  readonly isChange: boolean;
}

const marker = (estate: string, stack: string) => join(STATE, estate, `${stack}.deploying`);
const stateFile = (estate: string, stack: string) => join(STATE, estate, `${stack}.tfstate`);

/** Notes that a stack's deployment has begun, and by which process group. */
export function noteBegun(estate: string, stack: string, processGroup: number): void {
  mkdirSync(dirname(marker(estate, stack)), { recursive: true });
  const noted: Unfinished = { processGroup, isChange: existsSync(stateFile(estate, stack)) };
  writeFileSync(marker(estate, stack), JSON.stringify(noted));
}

export function noteEnded(estate: string, stack: string): void {
  rmSync(marker(estate, stack), { force: true });
}

/**
 * Makes a stack ready to be deployed when its last deployment was stopped, killed or failed.
 *
 * What a deployment that was killed has made and not yet written into its state, Terraform can neither see nor
 * make again. On AWS a person imports or removes it; of a stack's first deployment the emulator forgets the account,
 * which holds nothing else, and the stack begins again. A stack that was deployed before may hold data: its deployment,
 * if it still runs, is stopped as Terraform wants to be stopped, and the next goes on from its state.
 *
 * @param url the emulator's
 * @throws Failure when what was left running cannot be ended
 */
export async function clearUnfinished(
  estate: string,
  { stack, account }: StackPlace,
  url: string,
  tell: (message: string) => void,
): Promise<void> {
  const file = marker(estate, stack);
  if (!existsSync(file)) return;
  const { processGroup, isChange } = JSON.parse(readFileSync(file, "utf8")) as Unfinished;
  if (isChange) {
    tell(`${stack}: its last change did not end well, so it goes on from there`);
    interrupt(processGroup);
    await endDeployment(processGroup, STOPPING_SECONDS);
    restoreState(estate, stack);
    return noteEnded(estate, stack);
  }
  tell(`${stack}: its last deployment did not end well, so it begins again`);
  await endDeployment(processGroup);
  const { ok } = await fetch(`${url}/clover-emulator/forget/${account}`, { method: "POST" });
  if (!ok) throw new Failure(`${stack}: the emulator cannot forget account ${account}: run \`npx clover local down\`.`);
  for (const name of [`${stack}.tfstate`, `${stack}.tfstate.backup`, `.${stack}.tfstate.lock.info`]) {
    rmSync(join(STATE, estate, name), { force: true });
  }
  noteEnded(estate, stack);
}

/** A state whose writing was cut short gives way to the one before, which Terraform keeps, and then reads what is there. */
function restoreState(estate: string, stack: string): void {
  const file = stateFile(estate, stack);
  try {
    JSON.parse(readFileSync(file, "utf8"));
  } catch {
    copyFileSync(`${file}.backup`, file);
  }
}

/**
 * Ends what is left of a deployment.
 *
 * @param patienceSeconds how long it may take to end by itself
 * @throws Failure when it cannot be ended
 */
export async function endDeployment(leader: number, patienceSeconds = 0): Promise<void> {
  for (let waited = 0; waited < (patienceSeconds + ENDING_SECONDS) * 10; waited++) {
    if (!isDeploying(leader)) return;
    if (waited >= patienceSeconds * 10) kill(leader);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Failure(`Processes of group ${leader} still deploy and cannot be ended: end them and run this again.`);
}
