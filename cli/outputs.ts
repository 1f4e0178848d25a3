import { appendFileSync } from "node:fs";
import { Option } from "commander";
import { Failure } from "./failure";
import { say } from "./say";

/** For commands that CI runs: what a later step needs, in the form that GitHub reads. */
export const outputsOption = () => new Option("--outputs <file>", "where `name=value` lines for later steps are added");

/** Adds the values to the file, or prints them when none is named. */
export function addOutputs(values: Readonly<Record<string, string>>, file: string | undefined): void {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  if (!file) {
    say(lines.join("\n"));
    return;
  }
  try {
    appendFileSync(file, lines.map((line) => `${line}\n`).join(""));
  } catch (error) {
    throw new Failure(`${file}: the outputs cannot be written: ${(error as NodeJS.ErrnoException).code}`);
  }
}
