import { existsSync, readFileSync, statSync } from "node:fs";
import { isMap, isNode, isPair, type Document, type LineCounter, type Node } from "yaml";
import { parsePlainYaml, type PlainYaml } from "./plain-yaml";
import { EstateError, type LocatedProblem, type Path, type Problem } from "./problem";

/** An estate of a hundred sites has some 60 KB. */
const LARGEST_FILE = 1024 * 1024;
/** Anchors are convenient; a file that unfolds more often than this is a bomb. */
const MOST_ALIASES = 100;
const UTF_8 = new TextDecoder("utf-8", { fatal: true });

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
  const { value, document, lines } = parse(file, readText(file, missing));
  return {
    value,
    refusal: (problems) =>
      new EstateError(file, problems.map((problem) => locate(problem, document, lines)).sort(byPlace)),
  };
}

/** @throws EstateError when it is no file, too large, not UTF-8, or says nothing */
function readText(file: string, missing: string): string {
  const refused = (code: string, value: unknown, rule: string, fix: string) => fileError(file, code, value, rule, fix);
  if (!existsSync(file)) throw refused("estate.no-such-file", file, "be a file that exists", missing);
  try {
    const status = statSync(file);
    if (!status.isFile()) throw refused("estate.no-such-file", file, "be a file, and nothing else", "name the file");
    if (status.size > LARGEST_FILE) {
      const rule = `have at most ${LARGEST_FILE} bytes`;
      throw refused("estate.too-large", `${status.size} bytes`, rule, "it holds something that is no estate");
    }
    const text = UTF_8.decode(readFileSync(file));
    if (text.trim() === "") throw refused("estate.empty-file", "", "declare an estate", "begin with organization:");
    return text;
  } catch (error) {
    if (error instanceof EstateError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw refused("estate.unreadable", code, "be a file that can be read, in UTF-8", "save it so, and let it be read");
  }
}

/** @throws EstateError with every problem of its syntax */
function parse(file: string, text: string): PlainYaml {
  const yaml = parsePlainYaml(text, { mostAliases: MOST_ALIASES });
  if (yaml.problems.length === 0) return yaml;
  throw new EstateError(
    file,
    yaml.problems.map(({ code, range, rule, fix }): LocatedProblem => {
      const value = text.slice(...range).split("\n")[0];
      return { code: `estate.${code}`, path: [], value, rule, fix, ...placeOf(yaml.lines, range[0]) };
    }),
  );
}

export const fileError = (file: string, code: string, value: unknown, rule: string, fix: string) =>
  new EstateError(file, [{ code, path: [], value, rule, fix, line: 1, column: 1 }]);

/** Where a problem stands: at its value, or, when that is missing, at what should hold it. */
function locate(problem: Problem, document: Document.Parsed, lines: LineCounter): LocatedProblem {
  return { ...problem, ...placeOf(lines, offsetOf(document, problem) ?? 0) };
}

function placeOf(lines: LineCounter, offset: number): Pick<LocatedProblem, "line" | "column"> {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
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
