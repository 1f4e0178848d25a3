import { comparesAmounts } from "./compares-amounts";
import { once } from "./once";
import type { PolicyDocument } from "./document";
import type { Grant, Question } from "./grant";
import { isNameBlind, replaceNames, type Shape, shapeOf } from "./shape";
import type { Names, World } from "./world";

/** More than the documents of an estate that people have written; past it everything is worked out again. */
const REMEMBERED = 50_000;

interface Answered {
  readonly names: readonly string[];
  readonly documents: readonly PolicyDocument[];
  readonly grants: readonly Grant[];
}

const answers = new Map<string, Answered>();
const NO_NAMES: Names = new Set();

/** Each document's shape, for each set of names. */
const shapesOf = once((stacks: Names) =>
  once((document: PolicyDocument) => {
    const matched = document.statements.map(({ actions: _actions, notActions: _others, ...statement }) => statement);
    return shapeOf(document, matched, stacks);
  }),
);

/**
 * The answer to a question, worked out once for all documents and questions that differ in nothing but the names in
 * them: the sites of an estate have the same policies, each about itself.
 *
 * @param kind what is asked: answers of one kind are never taken for another's
 */
export function remembered(
  kind: string,
  documents: readonly PolicyDocument[],
  question: Question,
  find: () => readonly Grant[],
): readonly Grant[] {
  const stacks = question.world.names ?? NO_NAMES;
  const shapes = [...documents.map(shapesOf(stacks)), questionShape(question, stacks)];
  if (documents.some(comparesAmounts) || !isNameBlind(shapes)) return find();
  const names = [...new Set(shapes.flatMap((shape) => shape.names))];
  const key = `${kind}|${places(shapes, names)}|${organizations(names, question.world)}`;
  const known = answers.get(key);
  if (known) return toldFor(known, names, documents, stacks);
  if (answers.size >= REMEMBERED) answers.clear();
  const grants = find();
  answers.set(key, { names, documents, grants });
  return grants;
}

function questionShape({ world, ...asked }: Question, stacks: Names): Shape {
  const { resourceAccount, resourceOrganization, managementAccounts } = world;
  const { actions: _actions, ...matched } = asked;
  return shapeOf({ ...asked, resourceAccount, resourceOrganization, managementAccounts }, matched, stacks);
}

/** The forms, and which of the names stands in each place. */
function places(shapes: readonly Shape[], names: readonly string[]): string {
  const index = new Map(names.map((name, at) => [name, at]));
  return shapes.map((shape) => `${shape.form}:${shape.names.map((name) => index.get(name)).join()}`).join(";");
}

function organizations(names: readonly string[], { organizationOf }: World): string {
  return names.map((name) => organizationOf(name) ?? "").join();
}

/** An answer by the names of those who ask. */
function toldFor(
  { names, documents, grants }: Answered,
  now: readonly string[],
  asking: readonly PolicyDocument[],
  stacks: Names,
): readonly Grant[] {
  const renamed = new Map(names.map((name, at) => [name, now[at]!]));
  const told = (text: string) => replaceNames(text, stacks, (name) => renamed.get(name) ?? name);
  return grants.map(({ answer, request, statement, why }) => ({
    answer,
    ...(request ? { request: JSON.parse(told(JSON.stringify(request))) as typeof request } : {}),
    ...(statement ? { statement: asking[0]!.statements[documents[0]!.statements.indexOf(statement)]! } : {}),
    ...(why === undefined ? {} : { why: told(why) }),
  }));
}
