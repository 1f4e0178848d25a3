import { accountIn, rolesOf } from "./arn";
import { unnamedAccounts } from "./unnamed-accounts";
import type { Named } from "./named";
import type { Principal, PrincipalSet, SourceSet } from "./principal";
import type { Membership, PrincipalClass, Source } from "./principal-class";
import type { World } from "./world";

/**
 * Classes of one principal of which it is not known which it is: what is to hold of it for certain holds of each.
 */
export type Alternatives = readonly PrincipalClass[];

const NONE: Membership = { is: "none" };
const FOREIGN: Membership = { is: "foreign" };

/**
 * Every class of principals that documents and question can tell apart: of each account that is named, and of one
 * account that nobody named for each organization that is, for a foreign organization and for none.
 */
export class PrincipalClasses {
  /** The ids of organizations that documents, question or world name. */
  readonly organizations: readonly string[];
  private readonly fresh: readonly { readonly account: string; readonly organization: Membership }[];

  constructor(
    private readonly named: Named,
    private readonly world: World,
  ) {
    const ofAccounts = named.accounts.flatMap((account) => world.organizationOf(account) ?? []);
    const ofResource = world.resourceOrganization ?? [];
    this.organizations = [...new Set(named.organizations.concat(ofAccounts, ofResource))].sort();
    const memberships = named.askOrganizations ? [...this.membersOfEach(), FOREIGN, NONE] : [NONE];
    const accounts = unnamedAccounts(named.accounts, memberships.length);
    this.fresh = memberships.map((organization, at) => ({ account: accounts[at]!, organization }));
  }

  /** Whether a class stands for accounts that nobody named. */
  isUnnamed({ account, source }: PrincipalClass): boolean {
    return this.fresh.some((each) => each.account === account || each.account === source?.account);
  }

  of(set: PrincipalSet, sources: readonly SourceSet[] | undefined): readonly Alternatives[] {
    switch (set.kind) {
      case "anonymous":
        return [[{ kind: "anonymous", names: [], organization: NONE }]];
      case "account":
        return this.ofAccount(set.account);
      case "principal":
        return this.ofArn(set.arn);
      case "service":
        return this.ofService(set.service ?? "?*", sources);
      case "federated":
        return [[{ kind: "federated", names: [set.provider ?? "?*"], organization: NONE }]];
      case "outside":
        return this.accountsBut(set.accounts).flatMap((each) => this.ofAccount(each.account, each.memberships));
      case "anyone":
        return (["anonymous", "service", "federated", "outside"] as const).flatMap((kind) =>
          this.of(kind === "outside" ? { kind, accounts: [] } : { kind }, sources),
        );
    }
  }

  /** The class of one principal. Of a role without a session, the session is one that nobody named. */
  ofPrincipal(principal: Principal, source: Source | undefined): Alternatives {
    if (principal.kind === "anonymous") return this.of(principal, undefined).flat();
    if (principal.kind === "service") {
      return [{ kind: "service", names: [principal.service], organization: NONE, ...(source ? { source } : {}) }];
    }
    if (principal.kind === "federated") return this.of(principal, undefined).flat();
    const { kind, arn, session } = principal;
    const account = accountIn(arn);
    return this.memberships(account).map((organization) => ({
      kind,
      account,
      names: [arn],
      organization,
      ...(session === undefined ? {} : { session }),
    }));
  }

  /** What an account may be a member of. */
  memberships(account: string): readonly Membership[] {
    if (!this.named.askOrganizations) return [NONE];
    const id = this.world.organizationOf(account);
    if (id !== undefined) return [{ is: "member", id }];
    return [NONE, FOREIGN, ...this.membersOfEach()];
  }

  private membersOfEach(): readonly Membership[] {
    return this.organizations.map((id) => ({ is: "member", id }));
  }

  private ofAccount(account: string, memberships = this.memberships(account)): readonly Alternatives[] {
    const { partition, sessions } = this.named;
    const iam = `arn:${partition}:iam::${account}`;
    const one = (kind: PrincipalClass["kind"], name: string, session?: string): Alternatives =>
      memberships.map((organization) => ({
        kind,
        account,
        names: [name],
        organization,
        ...(session === undefined ? {} : { session }),
      }));
    return [
      one("role", `${iam}:role/?*`),
      one("user", `${iam}:user/?*`),
      one("root", `${iam}:root`),
      one("federatedUser", `arn:${partition}:sts::${account}:federated-user/?*`),
      ...sessions
        .filter((session) => accountIn(session) === account)
        .flatMap((session) => rolesOf(session).map((role) => one("role", role, session))),
    ];
  }

  private ofArn(arn: string): readonly Alternatives[] {
    const account = accountIn(arn);
    if (/^\d{12}$/.test(arn)) return this.ofAccount(arn);
    if (arn.includes(":assumed-role/")) {
      return rolesOf(arn).map((role) => this.ofPrincipal({ kind: "role", arn: role, session: arn }, undefined));
    }
    if (arn.includes(":federated-user/")) return [this.ofPrincipal({ kind: "federatedUser", arn }, undefined)];
    if (arn.endsWith(":root")) return [this.ofPrincipal({ kind: "root", arn }, undefined)];
    if (arn.includes(":user/")) return [this.ofPrincipal({ kind: "user", arn }, undefined)];
    const name = arn.slice(arn.lastIndexOf("/") + 1);
    const sessions = this.named.sessions.filter((each) => accountIn(each) === account && each.split("/")[1] === name);
    return [undefined, ...sessions].map((session) =>
      this.ofPrincipal({ kind: "role", arn, ...(session === undefined ? {} : { session }) }, undefined),
    );
  }

  private ofService(name: string, sources: readonly SourceSet[] | undefined): readonly Alternatives[] {
    const one = (source?: Source): PrincipalClass => ({
      kind: "service",
      names: [name],
      organization: NONE,
      ...(source === undefined ? {} : { source }),
    });
    if (sources === undefined && !this.named.askSources) return [[one()]];
    return (sources ?? [{ kind: "none" } as const, { kind: "outside", accounts: [] } as const]).flatMap((set) => {
      if (set.kind === "none") return [[one()]];
      const accounts =
        set.kind === "outside"
          ? this.accountsBut(set.accounts)
          : [{ account: set.account, memberships: this.memberships(set.account) }];
      return accounts.map(({ account, memberships }) =>
        memberships.map((organization) => one({ account, organization })),
      );
    });
  }

  private accountsBut(
    accounts: readonly string[],
  ): readonly { readonly account: string; readonly memberships: readonly Membership[] }[] {
    return [
      ...this.named.accounts
        .filter((account) => !accounts.includes(account))
        .map((account) => ({ account, memberships: this.memberships(account) })),
      ...this.fresh.map(({ account, organization }) => ({ account, memberships: [organization] })),
    ];
  }
}
