import type { PolicyDocument } from "../access/document";
import { denialOf, type Permitted } from "./denial-of";

export type { Permitted } from "./denial-of";

/** What a document grants beyond what is permitted: whatever this still grants was not, however the grant is written. */
export function beyond(document: PolicyDocument, permitted: readonly Permitted[]): PolicyDocument {
  const { statements, problems } = denialOf(permitted);
  const after = Math.max(-1, ...document.statements.map(({ index }) => index)) + 1;
  return {
    ...document,
    statements: [
      ...document.statements,
      ...statements.map((statement) => ({ ...statement, index: statement.index + after })),
    ],
    problems: [...document.problems, ...problems],
  };
}
