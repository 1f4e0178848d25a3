import { placeholdersOf } from "../../policies/catalogue/template";
import { sourcesOf, type Row, type Source, type Table } from "./table";

const GRANTS = new Set(["resource", "trust", "identity"]);

/** What a row says that cannot be true at once. */
export function contradictions(row: Row, rows: Table): readonly string[] {
  const grants = Object.values(row.policies ?? {}).some((kind) => GRANTS.has(kind));
  const names = Object.keys(row.to ?? {}).length > 0;
  const rules: readonly (readonly [broken: boolean, what: string])[] = [
    [(row.holds === "data") !== (row.key !== undefined), "holds data if and only if it says how a key is set"],
    [row.holds === "unknown" && !row.moves, "builds what is not known, which can move"],
    [(names || grants) && !row.moves, "names a destination or grants access, so it moves"],
    [!!row.moves && !names && !grants && !row.note, "moves, and says neither where to nor why"],
    ...sourcesOf(row).flatMap((source) => carriersOf(source).map((type) => keyless(source, type, rows))),
    ...Object.entries(row.computed ?? {}).map(([attribute, template]) => circular(attribute, template)),
  ];
  return rules.filter(([broken]) => broken).map(([, what]) => what);
}

function carriersOf(source: Source): readonly string[] {
  return source.from === "self" ? [] : source.from === "owner" ? source.types : [source.type];
}

/** An owner hands its own encryption down, so it has to have one. */
function keyless(source: Source, type: string, rows: Table): readonly [boolean, string] {
  const row = Object.hasOwn(rows, type) ? rows[type] : undefined;
  const carries = row && (source.from !== "owner" || row.key || row.otherKeys);
  return [!carries, `has its key from ${type}, which has none`];
}

function circular(attribute: string, template: string): readonly [boolean, string] {
  return [placeholdersOf(template).includes(attribute), `computes ${attribute} from itself`];
}
