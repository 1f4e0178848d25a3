import type { PolicyDocument, Statement } from "../access/document";
import { once } from "../once";
import { denialOf, type Permitted } from "./denial-of";

export type { Permitted } from "./denial-of";

/** What a document grants beyond what is permitted: whatever this still grants was not, however the grant is written. */
export function beyond(document: PolicyDocument, permitted: readonly Permitted[]): PolicyDocument {
  return without(document)(denialOf(permitted));
}

/** One document for the same two, so that what is found out about it is found again. */
const without = once((document: PolicyDocument) => {
  const after = Math.max(-1, ...document.statements.map(({ index }) => index)) + 1;
  return once(({ statements, problems }: PolicyDocument): PolicyDocument => ({
    ...document,
    statements: [...document.statements, ...statements.map((statement) => placed(statement)(after))],
    problems: [...document.problems, ...problems],
  }));
});

/** A statement after so many others. */
const placed = once((statement: Statement) => {
  const known = new Map<number, Statement>();
  return (after: number): Statement => {
    const there = known.get(after) ?? { ...statement, index: statement.index + after };
    known.set(after, there);
    return there;
  };
});
