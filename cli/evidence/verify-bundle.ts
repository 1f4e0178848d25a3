import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Failure } from "../failure";
import { sha256 } from "../../config/digest";
import { entriesOf } from "./folder";
import { parseStatement, type Statement } from "./statement";

export const STATEMENT_FILE = "statement.json";

export interface Verified {
  readonly statement: Statement;
  /** SHA-256 of the statement, which the files hang on. */
  readonly digest: string;
  /** What is not as it was recorded, a line each. */
  readonly problems: readonly string[];
}

/**
 * Compares a bundle with its statement: every file that the statement names is there and unchanged, and no other is.
 *
 * @param recorded the statement's SHA-256, as it was signed or archived: without it, whoever may write the bundle may
 *   write a statement that fits
 * @throws Failure when the folder is no bundle
 */
export function verifyBundle(folder: string, recorded?: string): Verified {
  const bytes = statementBytes(folder);
  const statement = parseStatement(bytes.toString("utf8"));
  if (typeof statement === "string") throw noBundle(folder, `its ${STATEMENT_FILE} is no statement: ${statement}`);
  const digest = sha256(bytes);
  const problems = [...changesOf(folder, statement)];
  if (problems.length === 0) problems.push(...resultProblems(folder, statement));
  if (recorded && recorded !== digest) {
    problems.unshift(`${STATEMENT_FILE}: changed: its SHA-256 is ${digest}, recorded was ${recorded}`);
  }
  return { statement, digest, problems };
}

const REPORT = "check.json";
const COUNTED = z.object({ summary: z.object({ fail: z.int(), undecided: z.int(), waived: z.int() }) });

/** The word of the statement is the word of the verdict that it names. */
function* resultProblems(folder: string, { predicate, subject }: Statement): Generator<string> {
  if (!subject.some(({ name }) => name === REPORT)) return yield `${REPORT}: missing: the statement names none`;
  const report = COUNTED.safeParse(jsonIn(join(folder, REPORT)));
  if (!report.success) return yield `${REPORT}: it is no report of the policies`;
  const { fail, undecided, waived } = report.data.summary;
  const result = fail + undecided > 0 ? "FAILED" : waived > 0 ? "WARNED" : "PASSED";
  if (predicate.result !== result) yield `${STATEMENT_FILE}: it says ${predicate.result}, and ${REPORT} ${result}`;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function* changesOf(folder: string, { subject }: Statement): Generator<string> {
  const there = new Map(entriesOf(folder).map(({ path, kind }) => [path, kind]));
  there.delete(STATEMENT_FILE);
  for (const { name, digest } of subject) {
    const kind = there.get(name);
    there.delete(name);
    if (!kind) yield `${name}: missing`;
    else if (kind !== "file") yield `${name}: changed: it is a ${kind}, recorded was a file`;
    else yield* changeOf(folder, name, digest.sha256);
  }
  for (const [path, kind] of there) yield `${path}: extra: the statement names no such ${kind}`;
}

function* changeOf(folder: string, name: string, recorded: string): Generator<string> {
  try {
    const actual = sha256(readFileSync(join(folder, name)));
    if (actual !== recorded) yield `${name}: changed: its SHA-256 is ${actual}, recorded was ${recorded}`;
  } catch (error) {
    yield `${name}: cannot be read: ${(error as NodeJS.ErrnoException).code}`;
  }
}

function statementBytes(folder: string): Buffer {
  const file = join(folder, STATEMENT_FILE);
  try {
    if (!lstatSync(file).isFile()) throw noBundle(folder, `its ${STATEMENT_FILE} is no file`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw noBundle(folder, `it has no ${STATEMENT_FILE} (${(error as NodeJS.ErrnoException).code})`);
  }
}

function noBundle(folder: string, why: string): Failure {
  return new Failure(`${folder}: the folder is no evidence bundle: ${why}. \`clover evidence --out DIR\` writes one.`);
}
