import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { estateFile, evidenceFile } from "../config/load";
import { WRITTEN_ESTATE } from "../config/written";
import { isConfiguration } from "../policies/model/other-files";
import { isFolder, writtenBeside } from "./written-beside";

/**
 * Every file that a command reads of what it is given: synth folders, stack folders, files, each with its estate and what
 * lies beside it. What cannot be looked at is left out: whoever reads it says why.
 */
export function filesRead(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => [...filesAt(path), writtenBeside(path) ?? []].flat());
}

/** What is read of an estate, by its name or its file. */
export function estateFilesRead(named: string): readonly string[] {
  return [estateFile(named), evidenceFile(named)];
}

function filesAt(path: string): readonly string[] {
  if (!isFolder(path)) return [path, ...configurationIn(dirname(path))];
  const stacks = join(path, "stacks");
  const own = [WRITTEN_ESTATE, "manifest.json"].map((name) => join(path, name));
  return [...own, ...configurationIn(path), ...namesIn(stacks).flatMap((name) => configurationIn(join(stacks, name)))];
}

function configurationIn(folder: string): readonly string[] {
  return namesIn(folder)
    .filter(isConfiguration)
    .map((name) => join(folder, name));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
