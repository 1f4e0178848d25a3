import type { PolicyDocument } from "./document";
import { FRESH, type Letter, opaqueValue } from "./letters";
import type { Model } from "./model-search";
import type { Principal } from "./principal";
import type { PrincipalClass } from "./principal-class";
import type { Request } from "./request";

/**
 * A model as a request that a person can read: a name is made up for what may be anything.
 *
 * @param fresh characters that neither documents nor question name
 * @param variables the condition keys that policy variables stand for
 */
export function requestOf(
  principal: PrincipalClass,
  model: Model,
  documents: readonly PolicyDocument[],
  fresh: readonly string[],
  variables: readonly string[],
): Request {
  const [one = "x", other = "z"] = fresh;
  const names = new Map(variables.map((key, at) => [opaqueValue(key), other.repeat(at + 1)]));
  const written = (letters: readonly Letter[]) =>
    letters.map((letter) => (letter === FRESH ? one : (names.get(letter) ?? letter))).join("");
  const text = (variable: string) => written(model.get(variable)?.[0] ?? []);
  const context = [...model].flatMap(([variable, values]) =>
    values === undefined || variable === "action" || variable === "resource"
      ? []
      : [[variable, values.map(written)] as const],
  );
  return {
    principal: principalOf(principal, text),
    action: spelled(text("action"), documents),
    resource: text("resource"),
    context: Object.fromEntries(context),
  };
}

function principalOf({ kind, session }: PrincipalClass, text: (variable: string) => string): Principal {
  if (kind === "anonymous") return { kind };
  if (kind === "service") return { kind, service: text("aws:principalservicename") };
  if (kind === "federated") return { kind, provider: text("aws:federatedprovider") };
  return { kind, arn: text("aws:principalarn"), ...(session === undefined ? {} : { session }) };
}

/** Actions are compared without their case; people write them with it. */
function spelled(action: string, documents: readonly PolicyDocument[]): string {
  const written = documents.flatMap(({ statements }) =>
    statements.flatMap((each) => [...(each.actions ?? []), ...(each.notActions ?? [])]),
  );
  return written.find((each) => each.toLowerCase() === action.toLowerCase()) ?? action;
}
