import { parseStatement } from "./parse-statement";
import { repeatedKeys } from "./repeated-keys";
import type { Statement } from "./statement";

export type { Condition, PrincipalElement, Statement } from "./statement";

export interface PolicyDocument {
  /** Policy variables exist in `2012-10-17` alone. */
  readonly version: string;
  readonly statements: readonly Statement[];
  /** Whatever could not be understood, a sentence each. A document that has any proves nothing. */
  readonly problems: readonly string[];
}

const VERSIONS = ["2012-10-17", "2008-10-17"];
const ELEMENTS = ["Version", "Id", "Statement"];

/**
 * Guarantee: what is returned without problems is what AWS would read, in full: no element, operator, principal or
 * duplicate key is passed over. What is malformed, or would be refused by AWS, is in `problems`. Never throws.
 *
 * @param document JSON text, which may hold the marks of `model/symbolic.ts`, or what such a text parses to
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(document: unknown): PolicyDocument {
  const problems: string[] = [];
  const value = typeof document === "string" ? parseText(document, problems) : document;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    if (problems.length === 0) problems.push("the document is not a JSON object");
    return { version: "2008-10-17", statements: [], problems };
  }
  const policy = value as Readonly<Record<string, unknown>>;
  for (const element of Object.keys(policy)) {
    if (!ELEMENTS.includes(element)) problems.push(`'${element}' is no element of a policy`);
  }
  const statements = listOf(policy["Statement"]).flatMap((statement, index) =>
    parseStatement(statement, index, (problem) => problems.push(`Statement[${index}]: ${problem}`)),
  );
  if (policy["Statement"] === undefined) problems.push("'Statement' is missing");
  return { version: versionOf(policy["Version"], problems), statements, problems };
}

function parseText(text: string, problems: string[]): unknown {
  try {
    const value: unknown = JSON.parse(text);
    problems.push(...repeatedKeys(text).map((key) => `'${key}' is written twice in one object`));
    return value;
  } catch {
    problems.push("the document is not JSON");
    return undefined;
  }
}

function versionOf(version: unknown, problems: string[]): string {
  if (version === undefined) return "2008-10-17";
  if (typeof version === "string" && VERSIONS.includes(version)) return version;
  problems.push(`'Version' must be ${VERSIONS.join(" or ")}`);
  return "2012-10-17";
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
