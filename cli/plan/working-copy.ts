import { copyFileSync, cpSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Estate } from "../../config/estate";
import { planRoles } from "../../config/names";
import { monitorPlace, operatorPlaces, type StackPlace } from "../../config/places";
import { Failure } from "../failure";
import { isLeftBehind } from "../left-behind";
import { ROOT } from "../project";
import { requireOwn, STACK_FILE, type StackJson } from "./own-stack";

/** In which of its roles a stack is planned: the one that can only read, or the one that deploys. */
export type Purpose = "plan" | "deploy";

const PROVIDER_LOCK = join(ROOT, "cli", "terraform", "provider.lock.hcl");

/** @throws Failure when the estate declares no such stack */
export function declaredPlace(estate: Estate, stack: string): StackPlace {
  const places = [monitorPlace(estate), ...operatorPlaces(estate)];
  const found = places.find((place) => place.stack === stack);
  if (found) return found;
  const names = places.map((place) => place.stack).join(", ");
  throw new Failure(`The estate ${estate.name} declares no stack ${stack}: it has ${names}.`);
}

/**
 * Copies a synthesized stack for Terraform to work in, so that what was judged stays as it is. Its provider and its
 * state are reached in the roles that the estate declares for the purpose, and in no other, whatever the stack says.
 *
 * @throws Failure when the stack is not there, or reaches for what is not its own
 */
export function workingCopy(
  synthesized: string,
  place: StackPlace,
  estate: Estate,
  purpose: Purpose,
  copy: string,
): void {
  const folder = join(synthesized, "stacks", place.stack);
  const json = readStack(folder);
  requireOwn(folder, json, place, estate);
  mkdirSync(copy, { recursive: true, mode: 0o700 });
  cpSync(folder, copy, { recursive: true, filter: (path) => !isLeft(folder, path) });
  writeFileSync(join(copy, STACK_FILE), JSON.stringify(inRoles(json, place, estate, purpose, folder)));
  copyFileSync(PROVIDER_LOCK, join(copy, ".terraform.lock.hcl"));
}

function isLeft(folder: string, path: string): boolean {
  return isLeftBehind(relative(folder, path).replaceAll(sep, "/"), lstatSync(path).isDirectory());
}

function readStack(folder: string): StackJson {
  try {
    return JSON.parse(readFileSync(join(folder, STACK_FILE), "utf8")) as StackJson;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(
      `${join(folder, STACK_FILE)} cannot be read (${code ?? message}): run \`npx cdktf synth\` first.`,
    );
  }
}

function inRoles(json: StackJson, place: StackPlace, estate: Estate, purpose: Purpose, folder: string): StackJson {
  const copy = structuredClone(json);
  const { local, s3 } = copy.terraform!.backend!;
  // The path is relative to the folder that was synthesized.
  if (local?.path) Object.assign(local, { path: resolve(folder, local.path) });
  if (purpose === "plan") {
    const { roleArn, stateRoleArn } = planRoles(estate, place);
    copy.provider!.aws![0]!.assume_role = [{ role_arn: roleArn }];
    if (s3) s3.assume_role = { role_arn: stateRoleArn };
  }
  return copy;
}
