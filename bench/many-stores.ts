import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../config/estate";

const STORE = "user-data";
const ROLE = "aws_iam_role";
type Block = Record<string, unknown>;
type Stack = { resource: Record<string, Record<string, Block>> };

/**
 * Gives every site of a synthesized estate `copies` more stores, each with a name, a key, a bucket, a table and a vault of
 * its own: a large estate has many stores in a site, and no more sites than the monitor's policies have room for. The
 * drain target has the one store that the enclave drains into.
 */
export function multiplyStores({ sites, enclave }: Estate, folder: string, copies: number): void {
  for (const { id } of sites.filter((site) => site.id !== enclave.drainTarget)) {
    const file = join(folder, "stacks", id, "cdk.tf.json");
    const json = JSON.parse(readFileSync(file, "utf8")) as Stack;
    const logs = namesOf(json, "aws_cloudwatch_log_group");
    for (const [type, blocks] of Object.entries(json.resource)) {
      // The role in which backups are taken is the account's, by the one name that guardrails know.
      if (type === ROLE) continue;
      const ofStore = Object.entries(blocks).filter(([name]) => name.startsWith(`${STORE}_`));
      for (let copy = 1; copy <= copies; copy++) {
        const renamed = (text: string) =>
          logs
            .reduce((all, name) => all.replaceAll(name, `${name}-${copy}`), text.replaceAll(STORE, `${STORE}-${copy}`))
            .replaceAll(`${ROLE}.${STORE}-${copy}_`, `${ROLE}.${STORE}_`);
        for (const [name, block] of ofStore)
          blocks[renamed(name)] = JSON.parse(renamed(JSON.stringify(block))) as Block;
      }
    }
    writeFileSync(file, JSON.stringify(json, null, 2));
  }
}

/** The names of a store's resources of a type that are not called after it. */
function namesOf({ resource }: Stack, type: string): readonly string[] {
  const ofStore = Object.entries(resource[type] ?? {}).filter(([name]) => name.startsWith(`${STORE}_`));
  return ofStore.map(([, block]) => String(block["name"])).filter((name) => !name.includes(STORE));
}
