import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../config/digest";
import { attempt } from "./read-json";
import type { StackSource, Unread } from "./source";

/** Before the name of a file, where what lies beside the judged one is told by address. */
export const FILE = "file.";

/**
 * A stack together with whatever else Terraform reads in its folder, of which nothing is judged: that it is there is
 * undecided, and its digest tells one version of it from another.
 *
 * @param judged the name of the file that was read
 * @throws InputError when one of them cannot be read
 * @see https://developer.hashicorp.com/terraform/language/files
 */
export function withOtherFiles(source: StackSource, folder: string, judged: string): StackSource {
  const names = namesIn(folder).filter(
    (name) => name !== judged && /\.tf(\.json)?$|\.tfvars(\.json)?$/.test(name) && !isFolder(join(folder, name)),
  );
  const digests = names.map((name) => [FILE + name, digestOf(join(folder, name))] as const);
  return {
    ...source,
    unread: [...source.unread, ...names.map(unreadFile)],
    beside: { ...source.beside, ...Object.fromEntries(digests) },
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
