import { Command } from "commander";
import type { ChosenEstate } from "../../config/chosen";
import { drainStores } from "../../config/drain-stores";
import type { Estate } from "../../config/estate";
import { evidenceFile } from "../../config/load";
import { drainPath } from "../../config/names";
import { enclavePlace, sitePlaces } from "../../config/places";
import { arrivedVersions, compare } from "../enclave/compare";
import { Drain } from "../enclave/drain";
import { DrainRecords } from "../enclave/drain-record";
import { writeEvidence } from "../enclave/evidence";
import { requireFrozen } from "../enclave/require-frozen";
import { takeInventory, versionId, type Inventory } from "../enclave/inventory";
import { tellComparison } from "../enclave/told";
import { estateOption, type OfEstate } from "../estate-option";
import { Failure } from "../failure";
import { judgingEstate } from "../judging";
import { Cloud } from "../aws/cloud";
import { say } from "../say";

interface DrainOptions extends OfEstate {
  readonly endDeleted?: boolean;
}

interface StatusOptions extends OfEstate {
  readonly evidence?: string | true;
}

export function enclaveCommand(): Command {
  const enclave = new Command("enclave").description("bring the enclave's data home, and prove that it is there");
  enclave
    .command("drain")
    .description("start copying what is not home yet, and write into the target's table what has arrived; repeat it")
    .option("--end-deleted", "end for good what is deleted in the enclave and nobody has copied, which would come home")
    .addOption(estateOption())
    .action(async ({ estate: named, ...options }: DrainOptions) => {
      const { estate } = choose(named);
      await reaching(() => drain(estate, options));
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

async function drain(estate: Estate, { endDeleted = false }: DrainOptions): Promise<void> {
  const cloud = new Cloud(estate);
  await requireFrozen(estate, cloud);
  const running = new Drain(estate, cloud, say);
  const records = await DrainRecords.of(estate, cloud);
  const record = await records.read();
  const inventory = await inventoryOf(estate, cloud, "source");
  await running.exportTable(inventory, record);
  await running.copyObjects(inventory, endDeleted);
  await running.importItems(inventory, records);
  await records.addArrived(arrivedVersions(inventory, await inventoryOf(estate, cloud, "target", inventory)));
}

async function status({ estate, file: declared, today }: ChosenEstate, { evidence }: StatusOptions): Promise<void> {
  const cloud = new Cloud(estate);
  if (evidence !== undefined) await requireFrozen(estate, cloud);
  const inventory = await inventoryOf(estate, cloud, "source");
  const record = await (await DrainRecords.of(estate, cloud)).read();
  const comparison = compare(inventory, await inventoryOf(estate, cloud, "target", inventory), record);
  say(tellComparison(comparison, estate.enclave.drainTarget));
  if (!comparison.isComplete) process.exitCode = 1;
  if (evidence === undefined) return;
  const file = evidence === true ? evidenceFile(declared) : evidence;
  writeEvidence(file, estate, today, comparison);
  say(`The evidence is in ${file}.`);
}

/** @param compared what is asked about alone: the other versions are the target's own */
async function inventoryOf(
  estate: Estate,
  cloud: Cloud,
  side: "source" | "target",
  compared?: Inventory,
): Promise<Inventory> {
  const { exportPrefix, recordPrefix } = drainPath(estate);
  const home = sitePlaces(estate).find(({ stack }) => stack === estate.enclave.drainTarget)!;
  const settings = await cloud.at(side === "source" ? enclavePlace(estate) : home);
  const store = { ...drainStores(estate)[side], drainPrefixes: [exportPrefix, recordPrefix] };
  return takeInventory(settings, store, compared && new Set(compared.versions.map(versionId)));
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
