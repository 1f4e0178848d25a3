/** Sets of principals to ask about. */
export type PrincipalSet =
  /** Requests without a signature. */
  | { readonly kind: "anonymous" }
  /** Any principal of that account: its root user, users, roles and their sessions. */
  | { readonly kind: "account"; readonly account: string }
  /** Exactly that role (and its sessions), user, root user, assumed-role session or federated-user session. */
  | { readonly kind: "principal"; readonly arn: string }
  /** That, or any, AWS service on its own behalf; not on behalf of a principal that called it. */
  | { readonly kind: "service"; readonly service?: string }
  /** Who signs in with that, or any, identity provider to assume a role. */
  | { readonly kind: "federated"; readonly provider?: string }
  /** Any principal of any account but these. Anonymous requests and services are asked about apart. */
  | { readonly kind: "outside"; readonly accounts: readonly string[] }
  /** All of the above. */
  | { readonly kind: "anyone" };

/** On whose behalf services may act, in a question. */
export type SourceSet =
  /** On nobody's that they name. */
  | { readonly kind: "none" }
  | { readonly kind: "account"; readonly account: string }
  | { readonly kind: "outside"; readonly accounts: readonly string[] };

/** Who makes one request. */
export type Principal =
  | { readonly kind: "anonymous" }
  | {
      readonly kind: "root" | "user" | "role" | "federatedUser";
      /** As in `aws:PrincipalArn`: the role's for its sessions. */
      readonly arn: string;
      /** The ARN of the role's session, where it matters which. */
      readonly session?: string;
    }
  | { readonly kind: "service"; readonly service: string }
  | { readonly kind: "federated"; readonly provider: string };
