import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isDate } from "./calendar";
import { fileError, readDeclared } from "./declared-file";
import { draftOf, estateOf } from "./draft";
import { withEvidence } from "./drained-estate";
import type { Estate } from "./estate";
import { brokenInvariants } from "./invariants";
import { phaseHolds } from "./invariants/evidence";
import { ROOT } from "./root";

const ENVIRONMENTS = join(ROOT, "config", "environments");

/** The estates that the project has, by name. */
export function declaredEstates(): readonly string[] {
  return readdirSync(ENVIRONMENTS)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml"))
    .sort();
}

/** The file that declares an estate: of a name under `config/environments/`, else the path itself. */
export function estateFile(nameOrPath: string): string {
  return declaredEstates().includes(nameOrPath) ? join(ENVIRONMENTS, `${nameOrPath}.yaml`) : nameOrPath;
}

const nameOf = (file: string) => basename(file).replace(/\.ya?ml$/, "");

/** Where the evidence of an estate's drain lies: beside the estate, so that it is reviewed and kept as the estate is. */
export function evidenceFile(nameOrPath: string): string {
  const file = estateFile(nameOrPath);
  return join(dirname(file), `${nameOf(file)}.drain.json`);
}

/**
 * Reads one estate, strictly, with the evidence of its enclave's drain where there is some.
 *
 * @param nameOrPath a name under `config/environments/`, or the path of a file
 * @param today ISO date: what has expired is refused
 * @throws EstateError with every problem, each with its code, path, line, value and fix
 */
export function loadEstate(nameOrPath: string, { today }: { readonly today: string }): Estate {
  const file = estateFile(nameOrPath);
  if (!isDate(today))
    throw fileError(file, "estate.malformed-today", today, "be judged on a literal ISO date", "write YYYY-MM-DD");
  const missing = `the project's estates are ${declaredEstates().join(", ")}; anything else is the path of a file`;
  const { value, refusal } = readDeclared(file, missing);
  const evidence = evidenceFile(file);
  const exists = existsSync(evidence);
  const { draft, problems } = draftOf(value);
  const all = [...problems, ...brokenInvariants(draft, today), ...phaseHolds(draft, { file: evidence, exists })];
  if (all.length > 0) throw refusal(all);
  const estate = estateOf(nameOf(file), draft);
  return exists ? withEvidence(estate, readDeclared(evidence, "restore it"), today) : estate;
}
