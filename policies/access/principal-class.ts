/**
 * Principals that no policy in question tells apart, but for the part of their name that stays open.
 *
 * A class fixes everything that decides how policies meet a principal: its kind, account and organization, and for a
 * service on whose behalf it acts.
 */
export interface PrincipalClass {
  readonly kind: "anonymous" | "root" | "user" | "role" | "federatedUser" | "service" | "federated";
  /** Of all kinds with an ARN. */
  readonly account?: string;
  /** What `aws:PrincipalArn`, the service's or the provider's name matches. */
  readonly names: readonly string[];
  /** The ARN of the assumed-role session. A role without one acts in a session that nobody named. */
  readonly session?: string;
  readonly organization: Membership;
  /** On whose behalf a service acts; undefined when it carries neither account nor ARN of a source. */
  readonly source?: Source;
}

export type Membership =
  | { readonly is: "member"; readonly id: string }
  /** Of an organization that nobody named. */
  | { readonly is: "foreign" }
  | { readonly is: "none" };

export interface Source {
  readonly account: string;
  readonly organization: Membership;
}

/** Whether IAM identities of an account make the request. */
export function hasAccount(principal: PrincipalClass): principal is PrincipalClass & { readonly account: string } {
  return principal.account !== undefined;
}
