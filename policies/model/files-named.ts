import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, normalize } from "node:path";
import { sha256 } from "../../config/digest";
import { isObject } from "./data";
import { attempt } from "./read-json";
import { listOf } from "./synth-source";

/** Functions that read a file, whose path is written out. */
const READS = /\b(?:file\w*|templatefile)\(\s*"(?:\$\{path\.(?:module|root)\}\/)?([^"$]+)"/g;

/**
 * What a configuration has Terraform read of its own folder, by the paths that it names: local modules, and files that
 * functions read. Each with a digest of its content, as far as it is there. What lies outside of the folder, or behind a
 * link, is left alone: a configuration does not choose what this program reads.
 *
 * @throws InputError when one of them cannot be read
 */
export function filesNamed(json: Readonly<Record<string, unknown>>, folder: string): ReadonlyMap<string, string> {
  const found = new Set<string>();
  collect(json, found);
  const modules = listOf(json["module"]).filter(isObject).flatMap(Object.values).flatMap(listOf).filter(isObject);
  for (const { source } of modules) if (typeof source === "string" && source.startsWith("./")) found.add(source);
  const inside = [...found]
    .map((path) => normalize(path))
    .filter((path) => !isAbsolute(path) && !/^\.\.?(\/|$)/.test(path));
  return new Map(inside.sort().flatMap((path) => digestsOf(folder, path)));
}

function collect(node: unknown, found: Set<string>): void {
  if (typeof node === "string") {
    if (node.includes("file")) for (const [, path] of node.matchAll(READS)) found.add(path!);
  } else if (typeof node === "object" && node !== null) {
    for (const part of Object.values(node)) collect(part, found);
  }
}

function digestsOf(folder: string, path: string): readonly (readonly [path: string, digest: string])[] {
  return attempt(path, () => {
    const at = join(folder, path);
    const status = statSync(at, { throwIfNoEntry: false });
    if (!status || realpathSync(at) !== join(realpathSync(folder), path)) return [];
    if (status.isFile()) return [[path, sha256(readFileSync(at))]];
    const names = status.isDirectory() ? readdirSync(at).sort() : [];
    return names.flatMap((name) => digestsOf(folder, `${path}/${name}`));
  });
}
