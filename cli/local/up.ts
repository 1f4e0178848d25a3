import type { Estate } from "../../config/estate";
import { ENCLAVE, MONITOR, monitorPlace, operatorPlaces, ORGANIZATION } from "../../config/places";
import { Failure } from "../failure";
import { say } from "../say";
import { table } from "../table";
import { findTerraform } from "../terraform/find-terraform";
import { deploy, deployedCount, initialise, synthesize, synthesizedCount, type Tell } from "./deployment";
import { ensureEmulator } from "./emulator";
import { localEnvironment, pointedAt } from "./environment";
import { LEFT_OUT } from "./limits";
import { requireNextPhase } from "./phase";
import { stopOnInterrupt } from "./processes";
import { clearUnfinished } from "./unfinished";

/** Stacks that may be deployed at the same time: most of it is waiting, and each takes up to a gigabyte. */
const AT_ONCE = 4;

/** The stacks of the estate proper, in waves: each waits for the ones before. */
export function waves({ sites }: Estate): readonly (readonly string[])[] {
  return [[MONITOR], [ORGANIZATION], sites.map((site) => site.id), [ENCLAVE]];
}

/**
 * Deploys the stacks to the emulator, through `cdktf deploy` and the real provider. What is deployed
 * already is left as it is, so that a run that was stopped goes on.
 *
 * @param only these stacks; without any, all
 * @throws Failure when anything fails
 */
export async function up(estate: Estate, only: readonly string[], tell: Tell): Promise<void> {
  requireLocalState(estate);
  const chosen = chosenWaves(estate, only);
  stopOnInterrupt(tell);
  const terraform = await findTerraform();
  tell(terraform.origin);
  const emulator = await ensureEmulator(estate, tell);
  const environment = pointedAt(localEnvironment(emulator.url, terraform));
  for (const place of [monitorPlace(estate), ...operatorPlaces(estate)]) {
    await clearUnfinished(estate.name, place, emulator.url, tell);
  }
  // Not before: what still deploys writes the state that tells the phase.
  requireNextPhase(estate);
  synthesize(environment);
  for (const wave of chosen) await deployWave(estate.name, wave, environment, tell);
  say(summary(estate, chosen.flat()));
}

function chosenWaves(estate: Estate, only: readonly string[]): readonly (readonly string[])[] {
  const all = waves(estate);
  const unknown = only.find((stack) => !all.flat().includes(stack));
  if (unknown !== undefined) {
    throw new Failure(`There is no stack ${unknown}: the estate ${estate.name} has ${all.flat().join(", ")}.`);
  }
  return only.length === 0 ? all : all.map((wave) => wave.filter((stack) => only.includes(stack)));
}

export function requireLocalState(estate: Estate): void {
  if (estate.state.backend === "local") return;
  throw new Failure(
    `The estate ${estate.name} keeps its state in S3, so it is not deployed here: choose one with 'state: {backend: local}', ` +
      "for example CLOVER_ESTATE=local.",
  );
}

async function deployWave(
  estate: string,
  wave: readonly string[],
  environment: NodeJS.ProcessEnv,
  tell: Tell,
): Promise<void> {
  if (wave.length > 1) for (const stack of wave) await initialise(stack, environment);
  const waiting = [...wave];
  const failures: unknown[] = [];
  const worker = async () => {
    for (let stack = waiting.shift(); stack !== undefined && failures.length === 0; stack = waiting.shift()) {
      tell(`${stack}: deploying ${synthesizedCount(stack)} resources`);
      await deploy(estate, stack, environment, tell).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failures.length > 0) throw failures[0];
}

function summary(estate: Estate, stacks: readonly string[]): string {
  const rows = stacks.map((stack) => {
    const [synthesized, deployed] = [synthesizedCount(stack), deployedCount(estate.name, stack)];
    return [stack, synthesized, deployed, synthesized - deployed].map(String);
  });
  const left = LEFT_OUT.map(({ type, reason }) => `Left out: ${type}: ${reason}`);
  return [table(["Stack", "Synthesized", "Deployed", "Left out"], rows), ...left].join("\n");
}
