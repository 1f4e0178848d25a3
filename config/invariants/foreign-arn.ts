import type { Path, Problem } from "../problem";

/** @param where the account, and the region where it matters */
export function foreignArn(path: Path, value: string, where: string): Problem {
  return { code: "estate.foreign-arn", path, value, rule: `be in ${where}`, fix: "name the one that is there" };
}
