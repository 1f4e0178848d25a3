import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { draftOf, estateOf } from "./draft";
import type { Estate } from "./estate";
import { readEstateFile } from "./estate-file";
import { brokenInvariants } from "./invariants";

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
  const { value, refusal } = readEstateFile(file, "`npx cdktf synth` writes it");
  const { name, sections } = parted(value);
  const { draft, problems } = draftOf(sections);
  const all = [
    ...(typeof name === "string" ? [] : [unnamed(name)]),
    ...problems,
    ...brokenInvariants(draft, today).filter(({ code }) => !LAPSED.includes(code)),
  ];
  if (all.length > 0) throw refusal(all);
  return estateOf(name as string, draft);
}

function parted(value: unknown): { readonly name?: unknown; readonly sections: unknown } {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return { sections: value };
  const { name, ...sections } = value as Readonly<Record<string, unknown>>;
  return { name, sections };
}

const unnamed = (value: unknown) => ({
  code: "estate.missing",
  path: ["name"],
  value,
  rule: "be the estate's name",
  fix: "write it with `npx cdktf synth`",
});
