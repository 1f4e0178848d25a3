import { resolve } from "node:path";
import { InvalidArgumentError, type Command } from "commander";
import { Failure } from "./failure";

/** One form of a report, and the file that it goes to; none is standard output. */
export interface Wanted {
  readonly format: string;
  readonly file?: string;
}

/**
 * Has a command take `--format` and `--out` in pairs.
 *
 * @param isEither whether an `--out` that no format stands before is of the one behind it, and not of a text
 * @returns what is wanted, once the command line is read: text on standard output where nothing else is
 */
export function wantedReports(command: Command, formats: readonly string[], isEither = false): () => readonly Wanted[] {
  const wanted: Partial<Wanted>[] = [];
  command
    .option("--format <format>", `${formats.join(", ")}; may be given several times`, (format: string) => {
      if (!formats.includes(format)) throw new InvalidArgumentError(`It must be one of ${formats.join(", ")}.`);
      const last = isEither ? wanted.at(-1) : undefined;
      if (last && last.format === undefined) wanted[wanted.length - 1] = { ...last, format };
      else wanted.push({ format });
    })
    .option("--out <file>", "where the format before it goes; otherwise standard output", (file: string) => {
      const last = wanted.at(-1);
      if (last && last.file === undefined) wanted[wanted.length - 1] = { ...last, file };
      else wanted.push({ file });
    });
  return () => (wanted.length > 0 ? wanted : [{}]).map(({ format = "text", file }) => ({ format, file }));
}

/** @throws Failure when two reports go to one file, or to standard output */
export function filesOf(wanted: readonly Wanted[]): readonly string[] {
  if (wanted.filter(({ file }) => file === undefined).length > 1) {
    throw new Failure("Only one format can go to standard output: give the others an --out.");
  }
  const files = wanted.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.slice(0, index).some((other) => resolve(other) === resolve(file)));
  if (twice) throw new Failure(`${twice}: two formats go to this file: give each an --out of its own.`);
  return files;
}
