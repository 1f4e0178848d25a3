import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { draftOf, estateOf } from "./draft";
import type { Estate } from "./estate";
import { readDeclared } from "./declared-file";
import { withEvidence } from "./drained-estate";
import { brokenInvariants } from "./invariants";
import { phaseHolds } from "./invariants/evidence";

/** Beside the stacks of a synth folder: what they were built from, so that the folder says it all. */
export const WRITTEN_ESTATE = "estate.json";

/** What lapses by itself: a synth folder keeps what was lawful when it was written. */
const LAPSED = [
  "estate.expired-access",
  "estate.expired-flow",
  "estate.expired-transfer-basis",
  "estate.sunset-passed",
];

/** The same estate gives the same bytes. */
export function writeEstateFile(folder: string, estate: Estate): void {
  writeFileSync(join(folder, WRITTEN_ESTATE), `${JSON.stringify(estate, null, 2)}\n`);
}

/**
 * Reads an estate as a synth wrote it, as strictly as one that is declared; what has lapsed since is for the policies to
 * say.
 *
 * @param today ISO date
 * @throws EstateError with every problem
 */
export function readWrittenEstate(file: string, { today }: { readonly today: string }): Estate {
  const { value, refusal } = readDeclared(file, "`npx cdktf synth` writes it");
  const { name, drained, sections } = parted(value);
  const { draft, problems } = draftOf(sections);
  const all = [
    ...(typeof name === "string" ? [] : [unnamed(name)]),
    ...problems,
    ...brokenInvariants(draft, today).filter(({ code }) => !LAPSED.includes(code)),
    ...phaseHolds(draft, { file: "enclave.drained", exists: drained !== undefined }),
  ];
  if (all.length > 0) throw refusal(all);
  const estate = estateOf(name as string, draft);
  return drained === undefined ? estate : withEvidence(estate, { value: drained, refusal }, today);
}

interface Parts {
  readonly name?: unknown;
  /** The evidence of the enclave's drain, which lies in a file of its own beside a declared estate. */
  readonly drained?: unknown;
  /** The rest, as an estate declares it. */
  readonly sections: unknown;
}

function parted(value: unknown): Parts {
  if (!isMapping(value)) return { sections: value };
  const { name, enclave, ...sections } = value;
  if (!isMapping(enclave)) return { name, sections: { ...sections, enclave } };
  const { drained, ...declared } = enclave;
  return { name, drained, sections: { ...sections, enclave: declared } };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

const unnamed = (value: unknown) => ({
  code: "estate.missing",
  path: ["name"],
  value,
  rule: "be the estate's name",
  fix: "write it with `npx cdktf synth`",
});
