import { contradictions } from "./contradictions";
import type { Attributes } from "./provider-schema";
import { statedPaths } from "./stated-paths";
import type { Row, Table } from "./table";

/** Where the catalogue and the provider disagree, or the catalogue with itself; and what a person should look at. */
export interface Review {
  /** Types of the provider that the catalogue does not know. */
  readonly missing: readonly string[];
  /** Types of the catalogue that the provider does not have. */
  readonly unknown: readonly string[];
  /** Attributes of the catalogue that the provider does not have, as `type: path`. */
  readonly wrongPaths: readonly string[];
  /** What cannot be true at once, as a sentence. */
  readonly contradictions: readonly string[];
  /** Arguments whose name speaks of keys, destinations or grants and that the row does not mention, by type. */
  readonly unmentioned: ReadonlyMap<string, readonly string[]>;
}

const SUGGESTIVE =
  /kms|key_(arn|id)$|_cmk|encrypt|destination|target_(arn|account|region|bucket)|principal|policy$|account(_id|_ids|s)?$|regions?(_name)?$|bucket(_name|_arn)?$|ur[il]s?$|endpoint$|public|external|cross_|share|internet|cidr|owner|email|phone|webhook|host(name)?$|topic|stream_arn|log_group|replica|lambda/;

/** Reads every row against the schema of the provider. */
export function review(rows: Table, schema: ReadonlyMap<string, Attributes>): Review {
  const known = Object.entries(rows).filter(([type]) => schema.has(type));
  return {
    missing: [...schema.keys()].filter((type) => !Object.hasOwn(rows, type)),
    unknown: Object.keys(rows).filter((type) => !schema.has(type)),
    wrongPaths: known.flatMap(([type, row]) => wrongPaths(type, row, schema)),
    contradictions: known.flatMap(([type, row]) => contradictions(row, rows).map((what) => `${type} ${what}`)),
    unmentioned: new Map(
      known
        .map(([type, row]) => [type, unmentioned(row, schema.get(type)!)] as const)
        .filter(([, paths]) => paths.length > 0),
    ),
  };
}

function wrongPaths(type: string, row: Row, schema: ReadonlyMap<string, Attributes>): readonly string[] {
  const wrong = [...statedPaths(type, row)].filter(([of, path]) => !schema.get(of)?.has(path));
  return wrong.map(([of, path]) => `${of}: ${path}`);
}

function unmentioned(row: Row, attributes: Attributes): readonly string[] {
  const mentioned = new Set([...statedPaths("", row)].filter(([of]) => of === "").map(([, path]) => path));
  const isMentioned = (path: string) =>
    path.split(".").some((_, end, steps) => mentioned.has(steps.slice(0, end + 1).join(".")));
  return [...attributes]
    .filter(([path, role]) => role === "argument" && SUGGESTIVE.test(path.split(".").at(-1)!) && !isMentioned(path))
    .map(([path]) => path);
}
