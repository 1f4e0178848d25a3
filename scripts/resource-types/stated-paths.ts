import { placeholdersOf } from "../../policies/catalogue/template";
import { sourcesOf, type Row, type Source } from "./table";

/** A path, with the type that it is a path of. */
export type StatedPath = readonly [type: string, path: string];

/** What stands for itself in a template, and is no attribute. */
const NO_ATTRIBUTE = new Set(["partition", "region", "account", "dnsSuffix", "assigned"]);

/** Every path that the row of a type states. */
export function* statedPaths(type: string, row: Row): Iterable<StatedPath> {
  for (const source of sourcesOf(row)) yield* ofSource(type, source);
  for (const { path, when = {}, needed } of row.otherKeys ?? []) {
    for (const each of [path, ...Object.keys(when), ...Object.keys(needed || {})]) yield [type, each];
  }
  for (const path of [row.to, row.defaults, row.policies, row.computed].flatMap((map) => Object.keys(map ?? {})))
    yield [type, path];
  for (const template of Object.values(row.computed ?? {})) {
    for (const name of placeholdersOf(template)) if (!NO_ATTRIBUTE.has(name)) yield [type, name];
  }
}

function* ofSource(type: string, source: Source): Iterable<StatedPath> {
  const of = source.from === "companion" || source.from === "account" ? source.type : type;
  if ("by" in source) yield [of, source.by];
  if ("path" in source) yield [of, source.path];
  if ("enabledBy" in source && source.enabledBy) yield [source.enabledBy.type, source.enabledBy.path];
  for (const path of Object.keys(source.when ?? {})) yield [of, path];
}
