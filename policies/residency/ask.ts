import type { Estate } from "../../config/estate";
import type { PolicyDocument } from "../access/document";
import { grants, type Grant, type Question } from "../access/question";
import { worldOf } from "../rules/estate-world";

/**
 * What a document grants within a question, in the world that the estate declares.
 *
 * @param account whose the resource is
 */
export function ask(
  document: PolicyDocument,
  question: Omit<Question, "world">,
  account: string,
  estate: Estate,
): readonly Grant[] {
  return grants(document, { ...question, world: worldOf(estate, account) });
}
