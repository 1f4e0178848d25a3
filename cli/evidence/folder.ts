import { readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { Failure } from "../failure";

/** What lies in a folder, at any depth, by its path with forward slashes. */
export interface Entry {
  readonly path: string;
  /** An empty folder counts; one that holds something is told by what it holds. */
  readonly kind: "file" | "empty folder" | "symbolic link" | "special file";
}

/**
 * Everything below a folder, sorted by path; no link is followed.
 *
 * @param isLeftOut asked of each path below the folder
 * @throws Failure when a folder cannot be read
 */
export function entriesOf(
  folder: string,
  isLeftOut: (path: string, isFolder: boolean) => boolean = () => false,
): readonly Entry[] {
  const found: Entry[] = [];
  const walk = (below: string) => {
    const pathOf = ({ name }: Dirent) => (below === "" ? name : `${below}/${name}`);
    const entries = read(join(folder, below)).filter((entry) => !isLeftOut(pathOf(entry), entry.isDirectory()));
    if (entries.length === 0 && below !== "") found.push({ path: below, kind: "empty folder" });
    for (const entry of entries) {
      const path = pathOf(entry);
      if (entry.isDirectory()) walk(path);
      else found.push({ path, kind: kindOf(entry) });
    }
  };
  walk("");
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function kindOf(entry: Dirent): Entry["kind"] {
  if (entry.isFile()) return "file";
  return entry.isSymbolicLink() ? "symbolic link" : "special file";
}

function read(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new Failure(`${folder}: the folder cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}
