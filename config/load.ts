import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isDate } from "./calendar";
import { fileError, readDeclared } from "./declared-file";
import { draftOf, parse, type Draft } from "./draft";
import { drainEvidence, type DrainEvidence } from "./drain-evidence";
import type { Estate } from "./estate";
import { brokenInvariants } from "./invariants";
import { evidenceHolds, phaseHolds } from "./invariants/evidence";
import type { Problem } from "./problem";

const ENVIRONMENTS = join(__dirname, "environments");

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
  if (!existsSync(file)) {
    const fix = `the project's estates are ${declaredEstates().join(", ")}; anything else is the path of a file`;
    throw fileError(file, "estate.no-such-file", file, "be a file that exists", fix);
  }
  const { value, refusal } = readDeclared(file);
  const evidence = evidenceFile(file);
  const { draft, problems } = draftOf(value);
  const all = [
    ...problems,
    ...brokenInvariants(draft, today),
    ...phaseHolds(draft, { file: evidence, exists: existsSync(evidence) }),
  ];
  if (all.length > 0) throw refusal(all);
  return withEvidence(estateOf(nameOf(file), draft), evidence, today);
}

/** @throws EstateError when the evidence is malformed, changed, of another estate or of an incomplete drain */
function withEvidence(estate: Estate, file: string, today: string): Estate {
  if (!existsSync(file)) return estate;
  const { value, refusal } = readDeclared(file);
  const problems: Problem[] = [];
  const drained = parse(drainEvidence, value, [], problems) as DrainEvidence | undefined;
  if (drained) problems.push(...evidenceHolds(drained, estate, today));
  if (problems.length > 0) throw refusal(problems);
  return { ...estate, enclave: { ...estate.enclave, drained } };
}

function estateOf(name: string, draft: Draft): Estate {
  const { organization, protectedJurisdictions, monitor, enclave, state } = draft;
  const values = <T>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value);
  return {
    name,
    organization: organization!,
    protectedJurisdictions: protectedJurisdictions!,
    monitor: monitor!,
    enclave: enclave!,
    state: state!,
    sites: values(draft.sites),
    counterparties: values(draft.counterparties),
    accesses: values(draft.accesses),
    flows: values(draft.flows),
  };
}
