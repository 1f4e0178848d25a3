import { accessSync, constants, existsSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isConfiguration } from "../policies/model/other-files";
import { Failure } from "./failure";

/**
 * For before the work that a report takes: nobody waits for it in vain, and no report is written without the next.
 *
 * @param files where reports go; undefined is standard output
 * @param read what the command reads, which no report may be written over, by whichever name or link
 * @throws Failure when one of them cannot be written, or would be taken for what is judged the next time
 */
export function mustBeWritable(files: readonly (string | undefined)[], read: readonly string[] = []): void {
  const inputs = new Map(read.map((path) => [identityOf(path), path]));
  for (const file of files) {
    if (file === "") throw new Failure("--out names no file: leave it out, or name one.");
    if (file) unlessRefused(file, () => accessSync(existsSync(file) ? file : dirname(file), constants.W_OK));
    if (file && existsSync(file) && statSync(file).isDirectory()) throw refusal(file, "it is a folder");
    if (file && inputs.has(identityOf(file))) {
      throw refusal(file, `this very command reads ${inputs.get(identityOf(file))}; name another file`);
    }
    if (file && isConfiguration(file)) throw refusal(file, "Terraform reads what is called so; name another file");
  }
}

/** The same for every name and link of one file; of what is not there yet, by its folder. */
function identityOf(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    const folder = dirname(resolve(path));
    return folder === resolve(path) ? folder : join(identityOf(folder), basename(path));
  }
}

/**
 * Writes a report to a file, or to standard output where none is named.
 *
 * @throws Failure when the file system refuses
 */
export function writeReport(content: string, file?: string): void {
  if (!file) {
    process.stdout.write(content);
    return;
  }
  unlessRefused(file, () => writeFileSync(file, content));
}

function unlessRefused(file: string, access: () => void): void {
  try {
    access();
  } catch (error) {
    throw refusal(file, (error as NodeJS.ErrnoException).code);
  }
}

const refusal = (file: string, why: string | undefined) => new Failure(`${file}: the report cannot be written: ${why}`);
