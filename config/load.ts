import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { isMap, isNode, isPair, LineCounter, parseDocument, type Document, type Node } from "yaml";
import { isDate } from "./calendar";
import { draftOf, type Draft } from "./draft";
import type { Estate } from "./estate";
import { brokenInvariants } from "./invariants";
import { EstateError, type LocatedProblem, type Path, type Problem } from "./problem";

const ENVIRONMENTS = join(__dirname, "environments");
/** An estate of a hundred sites has some 60 KB. */
const LARGEST_FILE = 1024 * 1024;
/** Anchors are convenient; a file that unfolds more often than this is a bomb. */
const MOST_ALIASES = 100;

/** The estates that the project has, by name. */
export function declaredEstates(): readonly string[] {
  return readdirSync(ENVIRONMENTS)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml"))
    .sort();
}

/** The file that declares an estate: of a name under `config/environments/`, else the path itself. */
export function estateFile(nameOrPath: string): string {
  return declaredEstates().includes(nameOrPath) ? join(ENVIRONMENTS, `${nameOrPath}.yaml`) : nameOrPath;
}

/**
 * Reads one estate, strictly.
 *
 * @param nameOrPath a name under `config/environments/`, or the path of a file
 * @param today ISO date: what has expired is refused
 * @throws EstateError with every problem, each with its code, path, line, value and fix
 */
export function loadEstate(nameOrPath: string, { today }: { readonly today: string }): Estate {
  const file = estateFile(nameOrPath);
  if (!isDate(today))
    throw fileError(file, "estate.malformed-today", today, "be judged on a literal ISO date", "write YYYY-MM-DD");
  const lines = new LineCounter();
  const document = parse(file, readText(file), lines);
  const { draft, problems } = draftOf(toValue(file, document));
  const all = [...problems, ...brokenInvariants(draft, today)];
  if (all.length > 0) throw new EstateError(file, all.map((problem) => locate(problem, document, lines)).sort(byPlace));
  return estateOf(basename(file).replace(/\.ya?ml$/, ""), draft);
}

function readText(file: string): string {
  if (!existsSync(file)) {
    const fix = `the project's estates are ${declaredEstates().join(", ")}; anything else is the path of a file`;
    throw fileError(file, "estate.no-such-file", file, "be a file that exists", fix);
  }
  const { size } = statSync(file);
  if (!statSync(file).isFile())
    throw fileError(file, "estate.no-such-file", file, "be a file, not a folder", "name the file");
  if (size > LARGEST_FILE) {
    throw fileError(
      file,
      "estate.too-large",
      `${size} bytes`,
      `have at most ${LARGEST_FILE} bytes`,
      "it holds something that is no estate",
    );
  }
  const text = readFileSync(file, "utf8");
  if (text.trim() === "")
    throw fileError(file, "estate.empty-file", "", "declare an estate", "begin with organization:");
  return text;
}

function parse(file: string, text: string, lines: LineCounter): Document.Parsed {
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true });
  if (document.errors.length === 0) return document;
  const problems = document.errors.map((error): LocatedProblem => {
    const place = lines.linePos(error.pos[0]);
    const duplicate = error.code === "DUPLICATE_KEY";
    return {
      code: duplicate ? "estate.duplicate-key" : "estate.not-yaml",
      path: [],
      value: text.slice(error.pos[0], error.pos[1]).split("\n")[0],
      rule: duplicate ? "say a thing once" : `be one YAML document (${error.code})`,
      fix: duplicate ? "remove one of the two" : "correct the syntax there",
      line: place.line,
      column: place.col,
    };
  });
  throw new EstateError(file, problems);
}

function toValue(file: string, document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const rule = `unfold to a plain value with at most ${MOST_ALIASES} aliases`;
    throw fileError(file, "estate.alias-bomb", (error as Error).message, rule, "write the repeated parts out");
  }
}

const fileError = (file: string, code: string, value: unknown, rule: string, fix: string) =>
  new EstateError(file, [{ code, path: [], value, rule, fix, line: 1, column: 1 }]);

/** Where a problem stands: at its value, or, when that is missing, at what should hold it. */
function locate(problem: Problem, document: Document.Parsed, lines: LineCounter): LocatedProblem {
  const place = lines.linePos(offsetOf(document, problem) ?? 0);
  return { ...problem, line: Math.max(place.line, 1), column: Math.max(place.col, 1) };
}

function offsetOf(document: Document.Parsed, { path, code }: Problem): number | undefined {
  if (code === "estate.unknown-key") return keyOffset(document, path);
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

function keyOffset(document: Document.Parsed, path: Path): number | undefined {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && String(item.key) === String(path.at(-1)));
  return (pair?.key as Node | undefined)?.range?.[0];
}

const byPlace = (a: LocatedProblem, b: LocatedProblem) => a.line - b.line || a.column - b.column;

function estateOf(name: string, draft: Draft): Estate {
  const { organization, protectedJurisdictions, monitor, enclave, state } = draft;
  const values = <T>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value);
  return {
    name,
    organization: organization!,
    protectedJurisdictions: protectedJurisdictions!,
    monitor: monitor!,
    enclave: enclave!,
    state: state!,
    sites: values(draft.sites),
    counterparties: values(draft.counterparties),
    accesses: values(draft.accesses),
    flows: values(draft.flows),
  };
}
