import { copyFileSync, cpSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Estate } from "../../config/estate";
import { deployRoleArn, planRoles, stateLocation } from "../../config/names";
import { monitorPlace, operatorPlaces, type StackPlace } from "../../config/places";
import { Failure } from "../failure";
import { isLeftBehind } from "../left-behind";
import { ROOT } from "../project";

/** In which of its roles a stack is planned: the one that can only read, or the one that deploys. */
export type Purpose = "plan" | "deploy";

/** Terraform reads nothing but this in a stack's folder. */
const SYNTHESIZED = "cdk.tf.json";
const PROVIDER_LOCK = join(ROOT, "cli", "terraform", "provider.lock.hcl");

interface Assuming {
  assume_role?: unknown;
  readonly path?: string;
}

interface StackJson {
  readonly terraform?: { readonly backend?: { readonly s3?: Assuming; readonly local?: Assuming } };
  readonly provider?: { readonly aws?: readonly Assuming[] };
}

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
 * @throws Failure when the stack is not there, or reaches for a role that is not its own
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
  requireOwnRoles(json, place, estate);
  mkdirSync(copy, { recursive: true, mode: 0o700 });
  cpSync(folder, copy, { recursive: true, filter: (path) => !isLeft(folder, path) });
  writeFileSync(join(copy, SYNTHESIZED), JSON.stringify(inRoles(json, place, estate, purpose, folder)));
  copyFileSync(PROVIDER_LOCK, join(copy, ".terraform.lock.hcl"));
}

function isLeft(folder: string, path: string): boolean {
  return isLeftBehind(relative(folder, path).replaceAll(sep, "/"), lstatSync(path).isDirectory());
}

function readStack(folder: string): StackJson {
  try {
    return JSON.parse(readFileSync(join(folder, SYNTHESIZED), "utf8")) as StackJson;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(
      `${join(folder, SYNTHESIZED)} cannot be read (${code ?? message}): run \`npx cdktf synth\` first.`,
    );
  }
}

/** A stack that a pull request brings could name any role: one that is not declared is never assumed. */
function requireOwnRoles({ provider, terraform }: StackJson, place: StackPlace, estate: Estate): void {
  const providers = Object.keys(provider ?? {});
  const backends = Object.keys(terraform?.backend ?? {});
  const expected = estate.state.backend;
  const location = stateLocation(estate, place.stack);
  const roles = [...(provider?.aws ?? []).map(roleOf), ...(location ? [roleOf(terraform?.backend?.s3)] : [])];
  const own = [deployRoleArn(estate, place), ...(location ? [location.roleArn] : [])];
  if (providers.join() !== "aws" || provider?.aws?.length !== 1) {
    throw notOwn(place.stack, "must have one AWS provider and no other", providers.join(", ") || "none");
  }
  if (backends.join() !== expected)
    throw notOwn(place.stack, `must keep its state in ${expected}`, backends.join(", "));
  const strange = own.findIndex((role, index) => roles[index] !== role);
  if (roles.length !== own.length || strange >= 0) {
    throw notOwn(place.stack, `must assume ${own.join(" and ")}`, String(roles[strange]));
  }
}

function notOwn(stack: string, rule: string, found: string): Failure {
  return new Failure(`${stack} ${rule}, got ${found}: it was not synthesized from this estate, so it is not planned.`);
}

/** cdktf writes a provider's block as a list, and a backend's as an object. */
function roleOf(assuming: Assuming | undefined): unknown {
  const [block] = [assuming?.assume_role].flat() as ({ readonly role_arn?: unknown } | undefined)[];
  return block?.role_arn;
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
