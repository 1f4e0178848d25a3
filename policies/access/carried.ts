import { hasAccount, type Membership, type PrincipalClass } from "./principal-class";
import type { World } from "./world";

/** What a request of some principal carries under a condition key. */
export interface Carried {
  readonly presence: "always" | "never" | "maybe";
  /** Patterns, one of which every value matches; anything when undefined. */
  readonly values?: readonly string[];
  /** Patterns that no value matches. */
  readonly except?: readonly string[];
}

/** Of an `arn`, the patterns below compare its six parts one by one. */
export type KeyType = "text" | "arn" | "number" | "date" | "address" | "bool";

export interface ConditionKey {
  readonly type: KeyType;
  readonly multivalued: boolean;
  readonly carriedBy: (principal: PrincipalClass, world: World, named: readonly string[]) => Carried;
}

export type CarriedBy = ConditionKey["carriedBy"];

export const maybe: CarriedBy = () => ({ presence: "maybe" });
export const everyRequest: CarriedBy = () => ({ presence: "always" });
/** By IAM identities, root users included; neither by services nor without a signature. */
export const byIdentities: CarriedBy = (principal) => ({ presence: hasAccount(principal) ? "maybe" : "never" });
/** By users, and by sessions, which may be given more. */
export const byTagged: CarriedBy = (principal) => ({
  presence: hasAccount(principal) && principal.kind !== "root" ? "maybe" : "never",
});
export const byServices: CarriedBy = ({ kind }) => ({ presence: kind === "service" ? "maybe" : "never" });
export const byFederated: CarriedBy = ({ kind }) => ({ presence: kind === "federated" ? "maybe" : "never" });
/** Where it comes through a VPC endpoint, which no service on its own behalf does. */
export const throughEndpoints: CarriedBy = ({ kind }) => ({ presence: kind === "service" ? "never" : "maybe" });
/** Who signs in with an identity provider has no AWS credentials to sign with yet. */
export const signed = (values: (principal: PrincipalClass) => readonly string[]): CarriedBy => {
  return (principal) => {
    if (principal.kind === "anonymous") return { presence: "never" };
    return { presence: principal.kind === "federated" ? "maybe" : "always", values: values(principal) };
  };
};
export const callerAccount: CarriedBy = (principal) =>
  hasAccount(principal) ? { presence: "always", values: [principal.account] } : { presence: "never" };
export const carriedValue = (value: string | undefined): Carried =>
  value === undefined ? { presence: "maybe" } : { presence: "always", values: [value] };

function organization(of: Membership | undefined, path: string, named: readonly string[]): Carried {
  if (of === undefined || of.is === "none") return { presence: "never" };
  if (of.is === "member") return { presence: "always", values: [of.id + path] };
  return { presence: "always", values: [`o-*${path}`], except: named.map((id) => id + path) };
}

export const identityOrganization =
  (path: string): CarriedBy =>
  (principal, _, named) =>
    hasAccount(principal) ? organization(principal.organization, path, named) : { presence: "never" };

export const sourceOrganization =
  (path: string): CarriedBy =>
  ({ source }, _, named) => ({
    ...organization(source?.organization, path, named),
    presence: source === undefined || source.organization.is === "none" ? "never" : "maybe",
  });

export const key = (type: KeyType, carriedBy: CarriedBy = maybe): ConditionKey => ({
  type,
  multivalued: false,
  carriedBy,
});
export const list = (carriedBy: CarriedBy = maybe): ConditionKey => ({ type: "text", multivalued: true, carriedBy });
