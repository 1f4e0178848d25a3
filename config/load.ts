import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { isDate } from "./calendar";
import { draftOf, estateOf } from "./draft";
import type { Estate } from "./estate";
import { fileError, readEstateFile } from "./estate-file";
import { brokenInvariants } from "./invariants";

const ENVIRONMENTS = join(__dirname, "environments");

/** The estates that the project has, by name. */
export function declaredEstates(): readonly string[] {
  return readdirSync(ENVIRONMENTS)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml"))
    .sort();
}

/**
 * Reads one estate, strictly.
 *
 * @param nameOrPath a name under `config/environments/`, or the path of a file
 * @param today ISO date: what has expired is refused
 * @throws EstateError with every problem, each with its code, path, line, value and fix
 */
export function loadEstate(nameOrPath: string, { today }: { readonly today: string }): Estate {
  const file = declaredEstates().includes(nameOrPath) ? join(ENVIRONMENTS, `${nameOrPath}.yaml`) : nameOrPath;
  if (!isDate(today))
    throw fileError(file, "estate.malformed-today", today, "be judged on a literal ISO date", "write YYYY-MM-DD");
  const missing = `the project's estates are ${declaredEstates().join(", ")}; anything else is the path of a file`;
  const { value, refusal } = readEstateFile(file, missing);
  const { draft, problems } = draftOf(value);
  const all = [...problems, ...brokenInvariants(draft, today)];
  if (all.length > 0) throw refusal(all);
  return estateOf(basename(file).replace(/\.ya?ml$/, ""), draft);
}
