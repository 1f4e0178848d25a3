import { not } from "../answer";
import type { PolicyDocument } from "./document";
import { refused } from "./effects";
import { all, any, type Formula, isNever, negation, never } from "./formula";
import { Prover } from "./prover";
import type { Reader } from "./reader";
import type { Grant, Question } from "./grant";
import { narrowed } from "./narrowed";
import { remembered } from "./remembered";
import { statementFormula } from "./statement-formula";
import { denialsOf, statementsAbout } from "./statements-about";
import type { PrincipalElement, Statement } from "./statement";

export type { Grant, Question } from "./grant";

/**
 * Does a document, alone, allow any request within the question? `yes` comes with one, `no` is a proof over all of them.
 */
export function grantsAny(document: PolicyDocument, question: Question): Grant {
  const found = grants(document, question);
  return found.find(({ answer }) => answer === "yes") ?? found[0] ?? { answer: "no" };
}

/**
 * Every distinct grant: one for each element of each Allow statement's principal that lets some request within the
 * question through, for certain or perhaps. None is a proof that nothing is allowed.
 */
export function grants(document: PolicyDocument, question: Question): readonly Grant[] {
  const about = statementsAbout(document, question.actions);
  const asked = narrowed([about], question);
  return remembered("grants", [about], asked, () => grantsWithin(about, asked));
}

function grantsWithin(document: PolicyDocument, question: Question): readonly Grant[] {
  const prover = new Prover([document], question);
  const refusals = refusalsOf([document]);
  const allows = document.statements.filter(({ effect }) => effect === "Allow");
  const found = allows.flatMap((statement) =>
    byPrincipal(statement).map((part): Grant => {
      const proof = prover.prove((reader) => {
        const granted = statementFormula(part, document.version, reader);
        return isNever(granted) ? never : all(granted, negation(refusals(reader)));
      });
      return { ...proof, statement };
    }),
  );
  // Nothing granted is no proof where nothing was asked, or not all of the document was read.
  const unasked = found.length === 0 || document.problems.length > 0 ? [prover.prove(() => never)] : [];
  return [...found, ...unasked].filter(({ answer }) => answer !== "no");
}

/**
 * Is every request within the question explicitly denied? `yes` is a proof; with `no` comes a request that is not.
 *
 * @param documents one, or several that all apply
 */
export function deniesAll(documents: PolicyDocument | readonly PolicyDocument[], question: Question): Grant {
  const list = [documents].flat().map((document: PolicyDocument) => denialsOf(document, question.actions));
  const asked = narrowed(list, question);
  const [grant] = remembered("deniesAll", list, asked, () => {
    const refusals = refusalsOf(list);
    const { answer, ...rest } = new Prover(list, asked).prove((reader) => negation(refusals(reader)));
    return [{ ...rest, answer: not(answer) }];
  });
  return grant!;
}

/** When some statement denies; worked out once for each reader. */
function refusalsOf(documents: readonly PolicyDocument[]): (reader: Reader) => Formula {
  const known = new Map<Reader, Formula>();
  return (reader) => {
    const found = known.get(reader) ?? any(...documents.map((document) => refused(document, reader)));
    known.set(reader, found);
    return found;
  };
}

/** A statement for each element of its principal. */
function byPrincipal(statement: Statement): readonly Statement[] {
  const { principals } = statement;
  if (principals === undefined) return [statement];
  const nobody: PrincipalElement = { everyone: false, aws: [], services: [], federated: [], canonicalUsers: [] };
  const elements: readonly PrincipalElement[] = [
    ...(principals.everyone ? [{ ...nobody, everyone: true }] : []),
    ...(["aws", "services", "federated", "canonicalUsers"] as const).flatMap((kind) =>
      principals[kind].map((name) => ({ ...nobody, [kind]: [name] })),
    ),
  ];
  return elements.map((principals) => ({ ...statement, principals }));
}
