/** Whom a statement names. AWS's `"*"` and `{"AWS": "*"}` mean the same: everyone, anonymous requests included. */
export interface PrincipalElement {
  readonly everyone: boolean;
  /** Account ids and ARNs of roots, users, roles, assumed-role sessions and federated users; never a pattern. */
  readonly aws: readonly string[];
  readonly services: readonly string[];
  readonly federated: readonly string[];
  readonly canonicalUsers: readonly string[];
}

/** One key of one operator; a statement's conditions all hold, and one of the values is enough. */
export interface Condition {
  /** As written, e.g. `ForAllValues:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export interface Statement {
  readonly sid?: string;
  /** Position in its document, from 0. */
  readonly index: number;
  readonly effect: "Allow" | "Deny";
  readonly principals?: PrincipalElement;
  readonly notPrincipals?: PrincipalElement;
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  readonly conditions: readonly Condition[];
}
