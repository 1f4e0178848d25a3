import type { Request } from "../access/request";
import { legible } from "../model/symbolic";

/**
 * As a person reads it: who may do what, to what, and under which circumstances.
 *
 * @param verb e.g. `is not denied`
 */
export function toldRequest({ principal, action, resource, context }: Request, verb = "may"): string {
  const circumstances = Object.entries(context).map(([key, values]) => `${key} ${values.join(", ")}`);
  const where = circumstances.length > 0 ? ` with ${circumstances.join("; ")}` : "";
  return legible(`${whoIs(principal)} ${verb} ${action} on ${resource}${where}`);
}

/** The name that the evaluator gives to what may have any: one character, repeated. */
const MADE_UP = /^arn:[^:]*:iam::(\d{12}):(role|user)\/(.)\3*$/;

function whoIs(principal: Request["principal"]): string {
  switch (principal.kind) {
    case "anonymous":
      return "anybody without a signature";
    case "service":
      return principal.service;
    case "federated":
      return `whoever signs in with ${principal.provider}`;
    default:
      return principal.arn.replace(MADE_UP, "some $2 of $1");
  }
}
