import { readFileSync } from "node:fs";
import { code, LONGEST_COMMENT } from "../report/markdown";

const BETWEEN = "\n\n";
const CUT = `${BETWEEN}_Cut here._`;

interface Part {
  readonly file: string;
  readonly text: string;
}

/**
 * One comment out of several reports in Markdown, in the order given. One that is not there is said to be missing, so
 * that nothing found is never taken for nothing wrong. Where they are longer than a comment may be, the longest are cut,
 * and that is said first: no report, however long, takes another's place.
 */
export function commentOf(files: readonly string[]): string {
  const parts = files.map((file) => ({ file, text: textOf(file) }));
  const whole = joined(parts.map(({ text }) => text));
  if (whole.length <= LONGEST_COMMENT) return whole;
  const most = LONGEST_COMMENT - joined([noteOf(parts), ...parts.map(() => "")]).length;
  const shares = sharesOf(
    parts.map(({ text }) => text.length),
    most,
  );
  const shown = parts.map(({ text }, index) => cut(text, shares[index]!));
  const shortened = parts.filter(({ text }, index) => shown[index] !== text);
  return joined([noteOf(shortened), ...shown]);
}

const joined = (texts: readonly string[]) => `${texts.join(BETWEEN)}\n`;

function noteOf(parts: readonly Part[]): string {
  const names = parts.map(({ file }) => code(file)).join(", ");
  return `> **Cut**, since a comment may not be longer: ${names}. The whole is among the run's artifacts.`;
}

/** What each may take: all that it needs where it needs less than an equal part, and an equal part of what is left then. */
function sharesOf(lengths: readonly number[], most: number): readonly number[] {
  const shares = [...lengths];
  const shortestFirst = [...lengths.keys()].sort((one, other) => lengths[one]! - lengths[other]!);
  let left = most;
  for (const [at, index] of shortestFirst.entries()) {
    shares[index] = Math.min(lengths[index]!, Math.floor(left / (lengths.length - at)));
    left -= shares[index];
  }
  return shares;
}

/** Ends with a whole line, and outside what a reader would have to unfold to see that it was cut. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const fits = text.slice(0, Math.max(0, length - CUT.length));
  const lines = fits.slice(0, Math.max(0, fits.lastIndexOf("\n")));
  const folded = lines.lastIndexOf("<details>");
  const isOpen = folded > lines.lastIndexOf("</details>");
  return `${(isOpen ? lines.slice(0, folded) : lines).trimEnd()}${CUT}`;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trimEnd();
  } catch (error) {
    const { code: why } = error as NodeJS.ErrnoException;
    return why === "ENOENT" ? `_There is no ${file}: see the run._` : `_${file} cannot be read (${why}): see the run._`;
  }
}
