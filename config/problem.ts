/** Keys and indices from the top of the estate's file, e.g. `["sites", 0, "cidr"]`. */
export type Path = readonly (string | number)[];

/** Something that an estate must not say. */
export interface Problem {
  /** Stable; listed in docs/estate.md. */
  readonly code: string;
  readonly path: Path;
  readonly value: unknown;
  /** Completes "must …". */
  readonly rule: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A problem, with its place in the file. */
export interface LocatedProblem extends Problem {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** `sites[0].cidr` */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text ? `${text}.${step}` : step;
  }, "");
}

/** Long values are cut: the message says which they are, the file what they are. */
const LONGEST_VALUE = 80;

function valueText(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** Thrown when an estate is refused, with everything that is wrong with it. */
export class EstateError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly LocatedProblem[],
  ) {
    const lines = problems.map(
      ({ code, path, line, column, value, rule, fix }) =>
        `[${code}] ${file}:${line}:${column} ${pathText(path) || "the file"}: must ${rule}, got ${valueText(value)}; ${fix}`,
    );
    super([...lines, `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in ${file}`].join("\n"));
    this.name = "EstateError";
  }
}
