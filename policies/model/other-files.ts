import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../config/digest";
import { filesNamed } from "./files-named";
import { attempt, type JsonFile } from "./read-json";
import type { StackSource, Unread } from "./source";

/** Before the name of a file, where what lies beside the judged one is told by address. */
export const FILE = "file.";

/** Whether Terraform reads a file of that name in a stack's folder. @see https://developer.hashicorp.com/terraform/language/files */
export function isConfiguration(file: string): boolean {
  return /\.tf(\.json)?$|\.tfvars(\.json)?$/.test(file);
}

/** The file that was read; none in a folder that has none. */
export interface Judged {
  readonly name: string;
  readonly json: JsonFile["json"];
}

/**
 * A stack together with whatever else Terraform reads in its folder, of which nothing is judged: that it is there is
 * undecided, and a digest tells one version of it from another, as of what the file names.
 *
 * @throws InputError when one of them cannot be read
 */
export function withOtherFiles(source: StackSource, folder: string, { name: judged, json }: Judged): StackSource {
  const names = namesIn(folder).filter(
    (name) => name !== judged && isConfiguration(name) && !isFolder(join(folder, name)),
  );
  const digests = [...filesNamed(json, folder), ...names.map((name) => [name, digestOf(join(folder, name))] as const)];
  const beside = digests.map(([path, digest]) => [FILE + path, digest] as const);
  return {
    ...source,
    unread: [...source.unread, ...names.map(unreadFile)],
    beside: { ...source.beside, ...Object.fromEntries(beside) },
  };
}

function unreadFile(name: string): Unread {
  return { address: "stack", jsonPath: name, what: `the file ${name} beside it`, outcome: "undecided" };
}

function digestOf(path: string): string {
  return attempt(path, () => sha256(readFileSync(path)));
}

/** @throws InputError when the file system refuses */
export function isFolder(path: string): boolean {
  return attempt(path, () => statSync(path, { throwIfNoEntry: false }))?.isDirectory() ?? false;
}

/** @throws InputError when the file system refuses */
export function namesIn(folder: string): readonly string[] {
  return attempt(folder, () => readdirSync(folder));
}
