import { Command } from "commander";
import { chosenEstate } from "../../config/chosen";
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
import { Failure } from "../failure";
import { Cloud } from "../aws/cloud";
import { note, say } from "../say";

interface StatusOptions {
  readonly evidence?: string | true;
}

export function enclaveCommand(): Command {
  const enclave = new Command("enclave").description("bring the enclave's data home, and prove that it is there");
  enclave
    .command("drain")
    .description("start copying what is not home yet, and write into the target's table what has arrived; repeat it")
    .action(async () => {
      const { estate } = choose();
      await reaching(() => drain(estate));
    });
  enclave
    .command("status")
    .description("compare the enclave with its drain target: exit 0 complete, 1 incomplete, 2 could not run")
    .option("--evidence [file]", "write the evidence of a complete drain, by default beside the estate")
    .action(async (options: StatusOptions) => {
      const { estate, today } = choose();
      await reaching(() => status(estate, today, options));
    });
  return enclave;
}

/** @throws Failure once the enclave is retired: there is nothing left to ask */
function choose(): { readonly estate: Estate; readonly today: string } {
  const { estate, today, notices } = chosenEstate(process.env);
  for (const notice of notices) note(notice);
  if (estate.enclave.phase === "retired") {
    throw new Failure(`The enclave is retired: what it held was compared on ${estate.enclave.drained?.comparedOn}.`);
  }
  return { estate, today };
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

async function status(estate: Estate, today: string, { evidence }: StatusOptions): Promise<void> {
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
  const file = evidence === true ? evidenceFile(process.env["CLOVER_ESTATE"] || estate.name) : evidence;
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
