import type { PolicyDocument } from "../../access/document";
import { Kept } from "../../kept";
import { once } from "../../once";

/**
 * A document without the statements that only name actions of other services than some actions are of: whatever is
 * denied of these, it denies too, and it is asked in less time.
 *
 * @param actions `service:Action`, or patterns
 */
export function statementsAbout(document: PolicyDocument, actions: readonly string[]): PolicyDocument {
  const services = [...new Set(actions.map(serviceOf))].sort();
  if (services.some((service) => /[*?]/.test(service))) return document;
  return aboutServices(document).of(services.join(), () => ({
    ...document,
    statements: statementsOf(document, services),
  }));
}

/** One document for the same services, so that what is found out about it is found again. */
const aboutServices = once((_document: PolicyDocument) => new Kept<PolicyDocument>());

function statementsOf({ statements }: PolicyDocument, services: readonly string[]): PolicyDocument["statements"] {
  const isAbout = (action: string) =>
    services.includes(serviceOf(action)) || /[*?\uE000-\uE003]/.test(serviceOf(action));
  return statements.filter(({ actions: named }) => named === undefined || named.some(isAbout));
}

function serviceOf(action: string): string {
  return action.split(":")[0]!.toLowerCase();
}
