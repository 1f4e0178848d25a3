/** What is known of the accounts that a question is about, beyond what policies say. */
export interface World {
  /**
   * The organization that an account is a member of. Undefined is not "none": the account may be in none or in any, and
   * only what holds in every case is answered with certainty.
   */
  readonly organizationOf: (account: string) => string | undefined;
  /** No SCP and no RCP binds these. */
  readonly managementAccounts?: readonly string[];
  /** Where the resource is: decides `aws:ResourceAccount`, and whether a caller is of the same account. */
  readonly resourceAccount?: string;
  readonly resourceOrganization?: string;
  /** What names mean nothing but themselves, e.g. those of stacks: an answer about one holds for another in its place. */
  readonly names?: Names;
}

/** Words of letters, digits and hyphens. */
export type Names = ReadonlySet<string>;
