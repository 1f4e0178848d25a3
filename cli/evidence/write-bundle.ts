import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"; // prettier-ignore
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { ChosenEstate } from "../../config/chosen";
import { evidenceFile } from "../../config/load";
import { check } from "../../policies/check";
import type { Report } from "../../policies/report";
import { loadWaivers, waiversFile } from "../../policies/waivers/load-waivers";
import { Failure } from "../failure";
import { inputsAt, unlessUnreadable, type Judged } from "../judging";
import { json } from "../report/json";
import { sha256 } from "../../config/digest";
import { isLeftBehind } from "../left-behind";
import { entriesOf } from "./folder";
import { requireReviewOf } from "./review-of";
import { statementOf, type Descriptor } from "./statement";
import { sourceDescriptors, toolVersions } from "./tools";
import { STATEMENT_FILE } from "./verify-bundle";

const SYNTHESIZED = "cdktf.out";
/** The same whoever writes it. */
const FILE_MODE = 0o644;

export interface Bundle {
  /** The synth folder. */
  readonly synthesized: string;
  readonly chosen: ChosenEstate;
  /** A review in JSON, of what changes. */
  readonly review?: string;
}

export interface Written {
  readonly report: Report;
  readonly files: number;
  /** SHA-256 of the statement: to be signed, or archived elsewhere. */
  readonly digest: string;
}

/**
 * Writes an evidence bundle: what was synthesized, the estate, the waivers, the versions of the tools, what the
 * policies say of the copy that lies in the bundle, and a statement with the SHA-256 of each file.
 *
 * It is written beside the target and then renamed: there is a whole bundle, or none. Nothing in it depends on the
 * clock but the day that was judged on, so that the same input gives the same bytes.
 *
 * @throws Failure when the target holds something already, or a part cannot be read or written
 */
export function writeBundle(target: string, bundle: Bundle): Written {
  requireFree(target);
  requireApart(target, bundle.synthesized);
  // Before anything is written: a bundle in the checkout is no change of the source.
  const source = sourceDescriptors();
  const partial = attempt(target, () => {
    mkdirSync(dirname(resolve(target)), { recursive: true });
    return mkdtempSync(`${resolve(target)}.partial-`);
  });
  try {
    const written = fill(partial, bundle, source);
    chmodSync(partial, 0o755);
    attempt(target, () => renameSync(partial, resolve(target)));
    return written;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function fill(folder: string, { synthesized, chosen, review }: Bundle, source: readonly Descriptor[]): Written {
  const { estate, today, file } = chosen;
  const files: Descriptor[] = [];
  const add = (name: string, content: Buffer | string): Descriptor => {
    write(join(folder, name), content);
    const added = { name, digest: { sha256: sha256(content) } };
    files.push(added);
    return added;
  };
  for (const path of synthesizedFiles(synthesized)) add(`${SYNTHESIZED}/${path}`, readBytes(join(synthesized, path)));
  const waived = waiversFile(estate.name);
  // Under its own name: whoever judges the bundle again gets an estate of that name.
  const configuration = [add(`estate/${basename(file)}`, readBytes(file))];
  const drained = evidenceFile(file);
  if (existsSync(drained)) configuration.push(add(`estate/${basename(drained)}`, readBytes(drained)));
  if (waived) configuration.push(add(`waivers/${basename(waived)}`, readBytes(waived)));
  const inputs = readCopy(join(folder, SYNTHESIZED), synthesized, chosen);
  if (review) {
    const bytes = readBytes(review);
    requireReviewOf(review, bytes.toString("utf8"), estate, inputs);
    add("review.json", bytes);
  }
  const { notes } = inputs;
  const waivers = unlessUnreadable(() => (waived ? loadWaivers(waived) : []));
  const report = unlessUnreadable(() => check(inputs, { estate, today, waivers, notes }));
  add("check.json", json(report));
  add("estate.json", `${JSON.stringify(estate, null, 2)}\n`);
  configuration.push(add("tools.json", `${JSON.stringify(toolVersions(), null, 2)}\n`), ...source);
  const statement = statementOf(files.sort(byName), configuration, report);
  write(join(folder, STATEMENT_FILE), statement);
  return { report, files: files.length, digest: sha256(statement) };
}

/** The copy is what is judged; what is wrong with it is wrong with what it was made of. */
function readCopy(copy: string, synthesized: string, chosen: ChosenEstate): Judged {
  const inputs = unlessUnreadable(
    () => inputsAt([copy], chosen, () => SYNTHESIZED),
    (message) => message.replaceAll(copy, synthesized),
  );
  if (inputs.whole) return inputs;
  throw new Failure(
    `${synthesized}: it is no synth folder; evidence is of every stack: run \`npx cdktf synth\` first.`,
  );
}

function write(file: string, content: Buffer | string): void {
  attempt(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, FILE_MODE);
  });
}

const byName = (one: Descriptor, other: Descriptor) => (one.name < other.name ? -1 : 1);

/** @throws Failure when something in it is no file, or two names are one where case does not count */
function synthesizedFiles(folder: string): readonly string[] {
  const entries = entriesOf(folder, isLeftInAStack);
  const strange = entries.find(({ kind }) => kind === "symbolic link" || kind === "special file");
  if (strange) {
    throw new Failure(`${join(folder, strange.path)}: it is a ${strange.kind}, and evidence holds files alone.`);
  }
  const paths = entries.filter(({ kind }) => kind === "file").map(({ path }) => path);
  const seen = new Map<string, string>();
  for (const path of paths) {
    const other = seen.get(path.toLowerCase());
    if (other)
      throw new Failure(`${folder}: ${other} and ${path} differ in case alone, and could overwrite each other.`);
    seen.set(path.toLowerCase(), path);
  }
  return paths;
}

function isLeftInAStack(path: string, isFolder: boolean): boolean {
  const [, below] = /^stacks\/[^/]+\/(.+)$/.exec(path) ?? [];
  return below !== undefined && isLeftBehind(below, isFolder);
}

function requireFree(target: string): void {
  const found = attempt(target, () => statSync(target, { throwIfNoEntry: false }));
  if (!found) return;
  if (found.isDirectory() && readdirSync(target).length === 0) return;
  throw new Failure(`${target}: there is something already; evidence is written once, into a folder of its own.`);
}

/** A bundle in what it is of would be of itself, the next time. */
function requireApart(target: string, synthesized: string): void {
  const path = relative(resolve(synthesized), resolve(target));
  if (path.split(sep)[0] === ".." || isAbsolute(path)) return;
  throw new Failure(
    `${target}: it lies in ${synthesized}, which the evidence is of; write it into a folder of its own.`,
  );
}

function readBytes(file: string): Buffer {
  return attempt(file, () => readFileSync(file));
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new Failure(`${path}: it cannot be read or written: ${(error as NodeJS.ErrnoException).code}`);
  }
}
