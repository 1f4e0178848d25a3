import type { Resource } from "../../model/resource";
import { arnOf } from "../arn-of";
import { ownPolicies } from "../own-policies";
import { throughService } from "../through-service";
import type { Need } from "./role-needs";

/** What a service asks of a key, in the name of whoever calls it and from its own network; the key lets in nobody else. */
export function usingKey(actions: readonly string[], key: Resource, service: string, said: Need["context"] = {}): Need {
  const context = { ...said, "aws:ViaAWSService": ["true"], "kms:ViaService": [throughService(service, key)] };
  return { actions, resource: arnOf(key), context, guards: ownPolicies(key), isSole: true };
}
