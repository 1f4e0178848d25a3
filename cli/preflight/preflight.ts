import { join } from "node:path";
import type { ChosenEstate } from "../../config/chosen";
import { MONITOR, ORGANIZATION, type StackPlace } from "../../config/places";
import { placeOf } from "../../policies/model/provider";
import type { Block, StackSource } from "../../policies/model/source";
import { asAccount } from "../aws/as-account";
import { Failure } from "../failure";
import { inputsAt, unlessUnreadable } from "../judging";
import { declaredPlace } from "../plan/working-copy";
import { clientsIn, type Clients } from "./clients";
import { concurrencySeen } from "./concurrency";
import { LOOKS, quoted, type Existing } from "./existing";
import type { Seen } from "./seen";
import { policyTypesSeen, trustedServicesSeen } from "./switched-off";

export interface Preflight {
  readonly place: StackPlace;
  /** In which the commands are run. */
  readonly folder: string;
  readonly seen: readonly Seen[];
}

/**
 * Looks for what stands in the way of a stack's first deployment, with the credentials that AWS's SDK finds in the
 * environment. Nothing is changed.
 *
 * @throws Failure when they are of another account than the stack's, or AWS does not answer
 */
export async function preflight(chosen: ChosenEstate, stack: string, synthesized: string): Promise<Preflight> {
  const place = declaredPlace(chosen.estate, stack);
  const folder = join(synthesized, "stacks", stack);
  const source = sourceAt(folder, place, chosen);
  const needed = `What ${stack} meets is looked for in its own account ${place.account}`;
  const failed = `The account ${place.account} cannot be looked at`;
  const seen = await asAccount(place, { needed, failed }, () => seenOf(source, place, clientsIn(place.region)));
  return { place, folder, seen };
}

/** @throws Failure when it is not there, or would not be deployed to its declared place */
function sourceAt(folder: string, { stack, account, region }: StackPlace, chosen: ChosenEstate): StackSource {
  const [source] = unlessUnreadable(() => inputsAt([folder], chosen)).sources;
  const [provider, ...others] = source!.providers;
  const found = provider && placeOf(provider.key, provider.body as Parameters<typeof placeOf>[1]);
  if (others.length === 0 && found?.account === account && found.region === region) return source!;
  throw new Failure(
    `${folder} must deploy to the account ${account} and to ${region} alone, as the estate ${chosen.estate.name} ` +
      `declares ${stack}: synthesize it from that estate.`,
  );
}

/** @throws Failure when the stack has nothing that can be looked for: nothing seen is never a pass */
export async function seenOf(source: StackSource, place: StackPlace, clients: Clients): Promise<readonly Seen[]> {
  const created = source.blocks.filter(({ importedId }) => importedId === undefined);
  const seen: Seen[] = [];
  for (const [type, look] of Object.entries(LOOKS)) {
    for (const block of created.filter((one) => one.type === type)) {
      const ask = async () => [existingSeen(block, await look(clients, block), place)];
      seen.push(...(await unlessRefused(block.address, ask)));
    }
  }
  seen.push(...(await unlessRefused("stack", () => concurrencySeen(clients, source))));
  for (const block of source.blocks.filter(({ type }) => type === "aws_organizations_organization")) {
    for (const look of [trustedServicesSeen, policyTypesSeen]) {
      seen.push(...(await unlessRefused(block.address, async () => [await look(clients, block)])));
    }
  }
  if (seen.length > 0) return seen;
  throw new Failure(`The stack ${source.stack} creates nothing that an account can have already.`);
}

/** What AWS refuses to say is not known; where it does not answer at all, nothing is. */
async function unlessRefused(address: string, ask: () => Promise<readonly Seen[]>): Promise<readonly Seen[]> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error && "$fault" in error)) throw error;
    return [{ address, outcome: "unknown", message: `${error.name}: ${error.message}`, commands: [] }];
  }
}

function existingSeen({ address, body }: Block, existing: Existing | undefined, place: StackPlace): Seen {
  if (!existing)
    return { address, outcome: "clear", message: "nothing is there, and it will be created", commands: [] };
  const { id, what, name, removal } = existing;
  const declared = String(body["analyzer_name"] ?? body["name"]);
  const isRenamed = name !== undefined && name !== declared;
  if (isRenamed && removal) {
    const message = `${what}, which can neither be called ${declared} nor be replaced while it records: remove it${inTime(place)}`;
    return { address, outcome: "exists", message, commands: removal.map((line) => `${line} --region ${place.region}`) };
  }
  const message = isRenamed ? `${what}, which Terraform then replaces: it cannot be called ${declared}` : what;
  return { address, outcome: "exists", message, commands: [`terraform import ${address} ${quoted(id)}`] };
}

/** Service control policies bind neither the management account nor the monitor's organization. */
function inTime({ stack }: StackPlace): string {
  if (stack === ORGANIZATION || stack === MONITOR) return "";
  return ` before the ${ORGANIZATION} is deployed, whose guardrails let nobody do it afterwards`;
}
