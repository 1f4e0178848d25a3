/**
 * Reads the catalogue of resource types against the provider's own schema, for whoever reviews it.
 *
 *     node run.mjs scripts/resource-types.ts            what is wrong, then what a row does not mention
 *     node run.mjs scripts/resource-types.ts s3 kms     the same for types whose name has one of these in it
 *     node run.mjs scripts/resource-types.ts --write    sort and lay out the table
 *
 * Exits 1 when a type is missing or unknown, a path is wrong or a row contradicts itself.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../config/root";
import { providerSchema } from "./resource-types/provider-schema";
import { review, type Review } from "./resource-types/review";
import { formatTable, parseTable } from "./resource-types/table";

const TABLE = join(ROOT, "policies/catalogue/resource-types.json");

function wrongIn({ missing, unknown, wrongPaths, contradictions }: Review): readonly string[] {
  return [
    ...missing.map((type) => `missing type: ${type}`),
    ...unknown.map((type) => `the provider has no such type: ${type}`),
    ...wrongPaths.map((path) => `the provider has no such attribute: ${path}`),
    ...contradictions,
  ];
}

async function main(args: readonly string[]): Promise<void> {
  const table = parseTable(readFileSync(TABLE, "utf8"));
  if (args.includes("--write")) writeFileSync(TABLE, formatTable(table));
  const parts = args.filter((arg) => !arg.startsWith("--"));
  const found = review(table, await providerSchema());
  const wrong = wrongIn(found);
  for (const [type, paths] of found.unmentioned) {
    if (parts.length > 0 && !parts.some((part) => type.includes(part))) continue;
    console.log(`${type}${table[type]!.moves ? "" : " (inert)"}\n${paths.map((path) => `    ${path}`).join("\n")}`);
  }
  for (const line of wrong) console.error(line);
  console.log(`${Object.keys(table).length} types, ${wrong.length} wrong`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

void main(process.argv.slice(2));
