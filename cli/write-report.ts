import { accessSync, constants, existsSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Failure } from "./failure";

/**
 * For before the work that a report takes: nobody waits for it in vain, and no report is written without the next.
 *
 * @param files where reports go; undefined is standard output
 * @throws Failure when one of them cannot be written
 */
export function mustBeWritable(files: readonly (string | undefined)[]): void {
  for (const file of files) {
    if (file) unlessRefused(file, () => accessSync(existsSync(file) ? file : dirname(file), constants.W_OK));
    if (file && existsSync(file) && statSync(file).isDirectory()) throw refusal(file, "it is a folder");
  }
}

/**
 * Writes a report to a file, or to standard output where none is named.
 *
 * @throws Failure when the file system refuses
 */
export function writeReport(content: string, file: string | undefined): void {
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
