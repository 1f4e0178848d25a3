import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { ChosenEstate } from "../config/chosen";
import { canonical } from "../config/digest";
import type { Estate } from "../config/estate";
import { EstateError } from "../config/problem";
import { readWrittenEstate, WRITTEN_ESTATE } from "../config/written";

/** The estate that a synth left beside what is read: in a synth folder, two folders above a stack's files. */
export function writtenBeside(path: string): string | undefined {
  const folder = isFolder(path) ? path : dirname(path);
  const isStack = basename(dirname(resolve(folder))) === "stacks";
  const places = isStack ? ["", "../.."] : [""];
  return places.map((above) => join(folder, above, WRITTEN_ESTATE)).find((file) => existsSync(file));
}

/** What cannot be looked at is none: whoever reads it says why. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Where what is judged was synthesized for another estate than the one that it is judged by, a sentence for each. It is
 * judged by the chosen one all the same: an estate that comes along with what is judged would be trusting the judged.
 *
 * @param named what a path is called in the sentence
 */
export function strangers(
  paths: readonly string[],
  chosen: ChosenEstate,
  named = (path: string) => path,
): readonly string[] {
  const said = paths.flatMap((path) => {
    const written = writtenBeside(path);
    const told = written && stranger(written, chosen);
    return told ? [`${named(path)} ${told}`] : [];
  });
  return [...new Set(said)];
}

function stranger(written: string, { estate, today }: ChosenEstate): string | undefined {
  const other = readable(written, today);
  if (!other) {
    return `has an ${WRITTEN_ESTATE} that cannot be read as an estate: it is judged by the estate ${estate.name}, whatever it was synthesized for.`;
  }
  if (other.name !== estate.name) {
    return `was synthesized for the estate ${other.name}, and is judged by the estate ${estate.name}: --estate or CLOVER_ESTATE chooses.`;
  }
  const differing = sectionsThatDiffer(other, estate);
  if (differing.length === 0) return undefined;
  return `was synthesized for another version of the estate ${estate.name} than the one that it is judged by: they differ in ${differing.join(", ")}.`;
}

function readable(file: string, today: string): Estate | undefined {
  try {
    return readWrittenEstate(file, { today });
  } catch (error) {
    if (error instanceof EstateError) return undefined;
    throw error;
  }
}

function sectionsThatDiffer(one: Estate, other: Estate): readonly string[] {
  const sections = Object.keys(other) as (keyof Estate)[];
  return sections.filter((section) => canonical(one[section]) !== canonical(other[section]));
}
