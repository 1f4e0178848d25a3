import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Estate } from "../../config/estate";
import type { StackPlace } from "../../config/places";
import { Failure } from "../failure";
import { pinnedTerraform } from "../terraform/find-terraform";
import { providerEnvironment } from "../terraform/provider-mirror";
import { inNewFolder } from "./new-folder";
import type { PlanJson } from "./plan-json";
import { described, parseRecord, recordOf, type PlanRecord } from "./plan-record";
import { declaredPlace, workingCopy, type Purpose } from "./working-copy";

/** What a planned folder holds: the stack, the plan's file, and what is said of it. */
const STACK = "stack";
const PLAN = "tfplan";
const RECORD = "record.json";

export interface Planning {
  readonly estate: Estate;
  readonly stack: string;
  readonly purpose: Purpose;
  /** The synth folder. */
  readonly synthesized: string;
  /** A new folder. It holds what the state holds: it stays on this machine. */
  readonly out: string;
}

/**
 * Plans one stack with the pinned Terraform and the locked provider, and records what the plan will do. Where that fails,
 * nothing of it is left in the folder.
 *
 * @throws Failure when the folder is not free, the stack is not the estate's, or Terraform fails
 */
export async function planStack(planning: Planning): Promise<PlanRecord> {
  const place = declaredPlace(planning.estate, planning.stack);
  return inNewFolder(planning.out, () => planned(planning, place));
}

async function planned({ estate, stack, purpose, synthesized, out }: Planning, place: StackPlace): Promise<PlanRecord> {
  workingCopy(synthesized, place, estate, purpose, join(out, STACK));
  await terraform(out, ["init", "-input=false", "-no-color", "-lockfile=readonly"]);
  // Only who deploys may write the lock beside the state.
  await terraform(out, ["plan", "-input=false", "-no-color", `-out=${PLAN}`, `-lock=${purpose === "deploy"}`]);
  const record = recordOf(estate.name, stack, await shownPlan(out, stack));
  writeFileSync(join(out, RECORD), `${JSON.stringify(record, null, 2)}\n`);
  writeFileSync(join(out, "record.md"), described(record));
  return record;
}

/**
 * Applies the plan that lies in a folder, when it does what was approved.
 *
 * @param approved digest of the plan that was approved
 * @throws Failure with exit code 1 when this plan does something else, and nothing was applied
 */
export async function applyPlan(out: string, approved: string): Promise<PlanRecord> {
  const { estate, stack } = readRecord(out);
  // From the plan's file itself: what lies beside it is not what is applied.
  const record = recordOf(estate, stack, await shownPlan(out, stack));
  if (record.digest !== approved) {
    throw new Failure(
      `${stack}: approved was the plan ${approved}, and this is ${record.digest}: nothing was applied. ` +
        `What is deployed, or the code, has changed since; plan and approve again.\n\n${described(record)}`,
      1,
    );
  }
  await terraform(out, ["apply", "-input=false", "-no-color", PLAN]);
  return record;
}

/** @throws Failure when no plan lies there, or what lies there is no record of one */
export function readRecord(out: string): PlanRecord {
  const record = parseRecord(recordText(out));
  if (typeof record !== "string") return record;
  throw new Failure(`${join(out, RECORD)}: it is no record of a plan: ${record}; run \`clover pipeline plan\`.`);
}

function recordText(out: string): string {
  try {
    return readFileSync(join(out, RECORD), "utf8");
  } catch (error) {
    throw new Failure(
      `${out}: no plan lies there (${(error as NodeJS.ErrnoException).code}); run \`clover pipeline plan\`.`,
    );
  }
}

/** The plan as JSON, left in the folder for `clover check`. */
async function shownPlan(out: string, stack: string): Promise<PlanJson> {
  const file = join(out, `${stack}.json`);
  const descriptor = openSync(file, "w", 0o600);
  try {
    await terraform(out, ["show", "-json", PLAN], descriptor);
  } finally {
    closeSync(descriptor);
  }
  return JSON.parse(readFileSync(file, "utf8")) as PlanJson;
}

/** @param output where what Terraform says goes: to standard error, so that a command keeps its own output */
async function terraform(out: string, args: readonly string[], output = 2): Promise<void> {
  const env = { ...process.env, ...providerEnvironment(), CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };
  const cwd = join(resolve(out), STACK);
  const { status, signal, error } = spawnSync(await pinnedTerraform(), args, {
    cwd,
    env,
    stdio: ["ignore", output, 2],
  });
  if (error) throw new Failure(`terraform ${args[0]} could not be run: ${error.message}.`);
  if (signal) throw new Failure(`terraform ${args[0]} was ended by ${signal}: what it had begun, it did not finish.`);
  if (status !== 0) throw new Failure(`terraform ${args[0]} failed; it has said why.`);
}
