import type { PolicyDocument, Statement } from "../../policies/access/document";
import { aloneOf, granted, refused } from "../../policies/access/effects";
import { all, negation, type Formula } from "../../policies/access/formula";
import type { Grant, Question } from "../../policies/access/grant";
import { narrowed } from "../../policies/access/narrowed";
import { Prover } from "../../policies/access/prover";
import type { Reader } from "../../policies/access/reader";
import { remembered } from "../../policies/access/remembered";
import type { StatementChanges } from "./statements";

/** What one document does that another does not: each with a request that shows it, `no` by proof over all. */
export interface Became {
  /** By a statement that allows it. */
  readonly allowed: Grant;
  /** Because no statement denies it any more; whoever is allowed it, here or elsewhere, has it now. */
  readonly undenied: Grant;
  /** Because no statement allows it any more. */
  readonly disallowed: Grant;
  readonly denied: Grant;
}

/**
 * Compares two documents by meaning, given the statements by which they differ: how they are written, and in which
 * order, tells nothing.
 */
export function became(
  base: PolicyDocument,
  head: PolicyDocument,
  { gone, come }: StatementChanges,
  question: Question,
): Became {
  const documents = [base, head];
  const asked = narrowed(documents, question);
  const prove = (kind: string, formulaOf: (reader: Reader) => Formula): Grant => {
    const [grant] = remembered(`became ${kind}`, documents, asked, () => [
      new Prover(documents, asked).prove(formulaOf),
    ]);
    return grant!;
  };
  return {
    allowed: prove("allowed", (reader) => newlyLet(base, head, come, reader)),
    undenied: prove("undenied", (reader) => all(refused(only(base, gone), reader), negation(refused(head, reader)))),
    disallowed: prove("disallowed", (reader) => newlyLet(head, base, gone, reader)),
    denied: prove("denied", (reader) => all(refused(only(head, come), reader), negation(refused(base, reader)))),
  };
}

/**
 * What the later lets through, by a statement that is new, and the earlier does not. Statements that both have are not
 * asked against themselves: what is not known of one would be taken for a difference.
 */
function newlyLet(earlier: PolicyDocument, later: PolicyDocument, come: readonly Statement[], reader: Reader): Formula {
  const before = aloneOf(earlier, reader);
  const isNew = all(granted(only(later, come), reader), negation(refused(later, reader)));
  return all(isNew, negation(all(before.allowed, negation(before.denied))));
}

const only = (document: PolicyDocument, statements: readonly Statement[]): PolicyDocument => ({
  ...document,
  statements,
});
