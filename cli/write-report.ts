import { writeFileSync } from "node:fs";
import { Failure } from "./failure";

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
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new Failure(`${file}: the report cannot be written: ${(error as NodeJS.ErrnoException).code}`);
  }
}
