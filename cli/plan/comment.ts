import { readFileSync } from "node:fs";

/** @see https://docs.github.com/en/rest/issues/comments */
const LONGEST_COMMENT = 65_536;
const CUT = "\n\n_Longer than a comment may be: the whole is among the run's artifacts._\n";

/**
 * One comment out of several reports in Markdown, in the order given. One that is not there is said to be missing, so
 * that nothing found is never taken for nothing wrong.
 */
export function commentOf(files: readonly string[]): string {
  const whole = `${files.map(textOf).join("\n\n")}\n`;
  if (whole.length <= LONGEST_COMMENT) return whole;
  const fits = whole.slice(0, LONGEST_COMMENT - CUT.length);
  return `${fits.slice(0, fits.lastIndexOf("\n"))}${CUT}`;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trimEnd();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT"
      ? `_There is no ${file}: see the run._`
      : `_${file} cannot be read (${code}): see the run._`;
  }
}
