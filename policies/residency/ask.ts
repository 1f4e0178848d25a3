import type { Estate } from "../../config/estate";
import type { PolicyDocument } from "../access/document";
import { grants, type Grant, type Question } from "../access/question";
import { worldOf } from "../rules/estate-world";

/** More than the documents of an estate that people have written. */
const REMEMBERED = 5_000;

const answers = new WeakMap<Estate, Map<string, readonly Grant[]>>();

/**
 * What a document grants within a question, in the world that the estate declares. The same document is often attached
 * many times, e.g. to every endpoint of a network: it is judged once.
 *
 * @param account whose the resource is
 */
export function ask(
  document: PolicyDocument,
  question: Omit<Question, "world">,
  account: string,
  estate: Estate,
): readonly Grant[] {
  let known = answers.get(estate);
  if (!known || known.size >= REMEMBERED) answers.set(estate, (known = new Map()));
  const id = JSON.stringify([document, question, account]);
  const answer = known.get(id) ?? grants(document, { ...question, world: worldOf(estate, account) });
  known.set(id, answer);
  return answer;
}
