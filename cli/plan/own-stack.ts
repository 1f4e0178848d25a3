import { readdirSync } from "node:fs";
import type { Estate } from "../../config/estate";
import { deployRoleArn, stateLocation } from "../../config/names";
import type { StackPlace } from "../../config/places";
import { isConfiguration } from "../../policies/model/other-files";
import { Failure } from "../failure";

/** The one file of a stack's folder that is planned. */
export const STACK_FILE = "cdk.tf.json";

/** Beside a role, a provider and a backend can name credentials, endpoints and proxies: whatever is not here is refused. */
const PROVIDER_SETTINGS = ["allowed_account_ids", "assume_role", "default_tags", "region"];
const BACKEND_SETTINGS: Readonly<Record<Estate["state"]["backend"], readonly string[]>> = {
  local: ["path"],
  s3: ["assume_role", "bucket", "encrypt", "key", "kms_key_id", "region", "use_lockfile"],
};

export interface Assuming {
  assume_role?: unknown;
  readonly path?: string;
}

export interface StackJson {
  readonly terraform?: { readonly backend?: { readonly s3?: Assuming; readonly local?: Assuming } };
  readonly provider?: { readonly aws?: readonly Assuming[] };
  readonly module?: unknown;
}

/**
 * A stack that a pull request brings could reach for anything: it is planned only where all that Terraform would read of
 * it is in one file, and that has one provider and one backend, each with nothing but the role that the estate declares.
 *
 * @throws Failure when it is not so
 */
export function requireOwn(folder: string, json: StackJson, place: StackPlace, estate: Estate): void {
  const { stack } = place;
  const others = readdirSync(folder).filter((name) => name !== STACK_FILE && isConfiguration(name));
  if (others.length > 0) throw notOwn(stack, `must be in ${STACK_FILE} alone`, `${others.join(", ")} beside it`);
  // A module has providers of its own.
  if (json.module !== undefined) throw notOwn(stack, "must have no module", Object.keys(json.module ?? {}).join(", "));
  requireOwnProvider(json, place, estate);
  requireOwnBackend(json, place, estate);
}

function requireOwnProvider({ provider }: StackJson, place: StackPlace, estate: Estate): void {
  const providers = Object.keys(provider ?? {});
  const own = Array.isArray(provider?.aws) && provider.aws.length === 1 ? provider.aws[0] : undefined;
  if (providers.join() !== "aws" || own === undefined) {
    throw notOwn(place.stack, "must have one AWS provider and no other", providers.join(", ") || "none");
  }
  requireRole(place.stack, "its provider", own, deployRoleArn(estate, place));
  requireSettings(place.stack, "its provider", own, PROVIDER_SETTINGS);
}

function requireOwnBackend({ terraform }: StackJson, { stack }: StackPlace, estate: Estate): void {
  const backends = Object.keys(terraform?.backend ?? {});
  const { backend: expected } = estate.state;
  if (backends.join() !== expected) throw notOwn(stack, `must keep its state in ${expected}`, backends.join(", "));
  const location = stateLocation(estate, stack);
  if (location) requireRole(stack, "its state", terraform?.backend?.s3, location.roleArn);
  requireSettings(stack, "its state", terraform?.backend?.[expected], BACKEND_SETTINGS[expected]);
}

/** cdktf writes a provider's block as a list, and a backend's as an object. A second role would be assumed from the first. */
function requireRole(stack: string, what: string, assuming: Assuming | undefined, role: string): void {
  const blocks = [assuming?.assume_role].flat() as readonly ({ readonly role_arn?: unknown } | undefined)[];
  if (blocks.length !== 1 || blocks[0]?.role_arn !== role) {
    const got = blocks.map((block) => String(block?.role_arn)).join(", then ");
    throw notOwn(stack, `must reach ${what} in ${role} and in no other role`, got);
  }
  requireSettings(stack, `the role of ${what}`, blocks[0], ["role_arn"]);
}

function requireSettings(stack: string, what: string, block: object | undefined, known: readonly string[]): void {
  const strange = Object.keys(block ?? {}).filter((name) => !known.includes(name));
  if (strange.length > 0) {
    throw notOwn(stack, `must say of ${what} no more than ${known.join(", ")}`, strange.join(", "));
  }
}

function notOwn(stack: string, rule: string, found: string): Failure {
  return new Failure(`${stack} ${rule}, got ${found}: it was not synthesized from this estate, so it is not planned.`);
}
