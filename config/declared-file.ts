import { existsSync, readFileSync, statSync } from "node:fs";
import { isMap, isNode, isPair, LineCounter, parseDocument, type Document, type Node } from "yaml";
import { EstateError, type LocatedProblem, type Path, type Problem } from "./problem";

/** An estate of a hundred sites has some 60 KB. */
const LARGEST_FILE = 1024 * 1024;
/** Anchors are convenient; a file that unfolds more often than this is a bomb. */
const MOST_ALIASES = 100;

/** A file that declares something, as YAML or as JSON, which is YAML. */
export interface DeclaredFile {
  readonly value: unknown;
  /** The error that names each problem's place in the file. */
  readonly refusal: (problems: readonly Problem[]) => EstateError;
}

/**
 * @param missing what to do where there is no such file
 * @throws EstateError when it is no plain YAML document that says each thing once
 */
export function readDeclared(file: string, missing: string): DeclaredFile {
  const lines = new LineCounter();
  const document = parse(file, readText(file, missing), lines);
  return {
    value: toValue(file, document),
    refusal: (problems) =>
      new EstateError(file, problems.map((problem) => locate(problem, document, lines)).sort(byPlace)),
  };
}

function readText(file: string, missing: string): string {
  if (!existsSync(file)) throw fileError(file, "estate.no-such-file", file, "be a file that exists", missing);
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

export const fileError = (file: string, code: string, value: unknown, rule: string, fix: string) =>
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
