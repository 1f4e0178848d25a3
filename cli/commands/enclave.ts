import { Command } from "commander";
import type { ChosenEstate } from "../../config/chosen";
import { drainStores } from "../../config/drain-stores";
import type { Estate } from "../../config/estate";
import { evidenceFile } from "../../config/load";
import { enclavePlace, sitePlaces } from "../../config/places";
import { compare } from "../enclave/compare";
import { Drain } from "../enclave/drain";
import { writeEvidence } from "../enclave/evidence";
import { requireFrozen } from "../enclave/require-frozen";
import { takeInventory } from "../enclave/inventory";
import { tellComparison } from "../enclave/told";
import { estateOption, type OfEstate } from "../estate-option";
import { Failure } from "../failure";
import { judgingEstate } from "../judging";
import { Cloud } from "../aws/cloud";
import { say } from "../say";

interface StatusOptions extends OfEstate {
  readonly evidence?: string | true;
}

export function enclaveCommand(): Command {
  const enclave = new Command("enclave").description("bring the enclave's data home, and prove that it is there");
  enclave
    .command("drain")
    .description("start copying what is not home yet, and write into the target's table what has arrived; repeat it")
    .addOption(estateOption())
    .action(async ({ estate: named }: OfEstate) => {
      const { estate } = choose(named);
      await reaching(() => drain(estate));
    });
  enclave
    .command("status")
    .description("compare the enclave with its drain target: exit 0 complete, 1 incomplete, 2 could not run")
    .addOption(estateOption())
    .option("--evidence [file]", "write the evidence of a complete drain, by default beside the estate")
    .action(async (options: StatusOptions) => {
      const chosen = choose(options.estate);
      await reaching(() => status(chosen, options));
    });
  return enclave;
}

/** @throws Failure once the enclave is retired: there is nothing left to ask */
function choose(named: string | undefined): ChosenEstate {
  const chosen = judgingEstate(named);
  const { estate } = chosen;
  if (estate.enclave.phase === "retired") {
    throw new Failure(`The enclave is retired: what it held was compared on ${estate.enclave.drained?.comparedOn}.`);
  }
  return chosen;
}

async function drain(estate: Estate): Promise<void> {
  const cloud = new Cloud(estate);
  await requireFrozen(estate, cloud);
  const running = new Drain(estate, cloud, say);
  await running.exportTable();
  const inventory = await takeInventory(await cloud.at(enclavePlace(estate)), drainStores(estate).source);
  await running.copyObjects(inventory);
  await running.importItems();
}

async function status({ estate, file: declared, today }: ChosenEstate, { evidence }: StatusOptions): Promise<void> {
  const cloud = new Cloud(estate);
  if (evidence !== undefined) await requireFrozen(estate, cloud);
  const { source, target } = drainStores(estate);
  const home = sitePlaces(estate).find(({ stack }) => stack === target.site)!;
  const comparison = compare(
    await takeInventory(await cloud.at(enclavePlace(estate)), source),
    await takeInventory(await cloud.at(home), target),
  );
  say(tellComparison(comparison, target.site));
  if (!comparison.isComplete) process.exitCode = 1;
  if (evidence === undefined) return;
  const file = evidence === true ? evidenceFile(declared) : evidence;
  writeEvidence(file, estate, today, comparison);
  say(`The evidence is in ${file}.`);
}

/** What AWS refuses, or where it cannot be reached, is one sentence. */
async function reaching(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    const hint = 'For a local deployment: eval "$(npx clover local env)".';
    throw new Failure(`AWS did not answer: ${error.name}: ${error.message || "no reason"}. ${hint}`);
  }
}
