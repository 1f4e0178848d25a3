import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { StackPlace } from "../../config/places";
import { Failure } from "../failure";
import { STATE } from "../project";

/** How long a deployment that nobody waits for any more may take to end once it is killed. */
const ENDING_SECONDS = 10;

const marker = (estate: string, stack: string) => join(STATE, estate, `${stack}.deploying`);

/** Notes that a stack's deployment has begun, and by which process group. */
export function noteBegun(estate: string, stack: string, processGroup: number): void {
  mkdirSync(dirname(marker(estate, stack)), { recursive: true });
  writeFileSync(marker(estate, stack), String(processGroup));
}

export function noteEnded(estate: string, stack: string): void {
  rmSync(marker(estate, stack), { force: true });
}

/**
 * Makes a stack ready to be deployed when its last deployment was stopped, killed or failed.
 *
 * What such a deployment has made and not yet written into its state, Terraform can neither see nor
 * make again. On AWS a person imports or removes it; the emulator forgets the stack's account, which
 * holds nothing else, and the stack begins again.
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
  tell(`${stack}: its last deployment did not end well, so it begins again`);
  await endGroup(Number(readFileSync(file, "utf8")));
  const { ok } = await fetch(`${url}/clover-emulator/forget/${account}`, { method: "POST" });
  if (!ok) throw new Failure(`${stack}: the emulator cannot forget account ${account}: run \`npx clover local down\`.`);
  for (const name of [`${stack}.tfstate`, `${stack}.tfstate.backup`, `.${stack}.tfstate.lock.info`]) {
    rmSync(join(STATE, estate, name), { force: true });
  }
  noteEnded(estate, stack);
}

/**
 * Ends what is left of a deployment. A process of that number that is no deployment is a stranger's.
 *
 * @param patienceSeconds how long it may take to end by itself
 * @throws Failure when it cannot be ended
 */
export async function endGroup(processGroup: number, patienceSeconds = 0): Promise<void> {
  for (let waited = 0; waited < (patienceSeconds + ENDING_SECONDS) * 10; waited++) {
    if (deployingIn(processGroup).length === 0) return;
    if (waited >= patienceSeconds * 10) kill(processGroup);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Failure(
    `Processes of group ${processGroup} still deploy and cannot be ended: end them and run this again.`,
  );
}

function deployingIn(processGroup: number): readonly string[] {
  const { stdout } = spawnSync("ps", ["-e", "-o", "pgid=,args="], { encoding: "utf8" });
  const lines = stdout.split("\n").map((line) => line.trim());
  return lines.filter((line) => Number(line.split(/\s+/)[0]) === processGroup && /cdktf|terraform/.test(line));
}

function kill(processGroup: number): void {
  try {
    process.kill(-processGroup, "SIGKILL");
  } catch {
    // It has ended in the meantime.
  }
}
