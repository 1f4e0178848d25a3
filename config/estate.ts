import type { DrainEvidence } from "./drain-evidence";
import type { Jurisdiction } from "./geography";

/** What the data is; judged by `residency` from the most to the least sensitive. `audit` is records of what happened. */
export const DATA_CLASSES = ["restricted", "interoperable", "aggregated", "public", "audit"] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** How a declared flow moves data: bucket replication, or a consumer's endpoint to a site's security gateway. */
export const MECHANISMS = ["s3-replication", "privatelink"] as const;
export type Mechanism = (typeof MECHANISMS)[number];

/** GDPR chapter V instruments. @see https://eur-lex.europa.eu/eli/reg/2016/679/oj */
export const TRANSFER_INSTRUMENTS = [
  "adequacy-decision",
  "standard-contractual-clauses",
  "binding-corporate-rules",
] as const;

/** The legal ground on which personal data may be in, or be seen from, a country outside the protected jurisdictions. */
export interface TransferBasis {
  readonly instrument: (typeof TRANSFER_INSTRUMENTS)[number];
  /** Where the ground is written down, e.g. a decision's number or a contract's. */
  readonly reference: string;
  /** ISO date; the last day it holds. */
  readonly expires: string;
}

export interface Organization {
  /** First part of every name, e.g. `clover`: lower case, 3 to 12 characters. */
  readonly prefix: string;
  /** AWS Organizations id, `o-` and ten or more characters. */
  readonly id: string;
  readonly managementAccount: string;
  readonly homeRegion: string;
  /** The role that deploys the organization stack; each member account has one of the same name. */
  readonly deployRoleArn: string;
  readonly breakGlassRoleArn: string;
  /** The role in which people arrive after single sign-on, with the session tags that their identity provider set. */
  readonly peopleRoleArn: string;
  /** Service principals of everything that the organization trusts; what is not named is switched off. */
  readonly trustedServices: readonly string[];
  /** Whom AWS calls about security: a function's mailbox and switchboard, not a person's. */
  readonly securityContact: {
    readonly name: string;
    readonly title: string;
    readonly email: string;
    readonly phone: string;
  };
}

export interface Monitor {
  readonly name: string;
  readonly account: string;
  /** The monitor's own AWS organization, never the operator's. */
  readonly organizationId: string;
  readonly region: string;
  readonly staffCountry: string;
  readonly transferBasis?: TransferBasis;
  readonly retentionDays: number;
  /** What the monitor's auditors send as `sts:ExternalId`. Not a secret. */
  readonly externalId: string;
  /** Roles of the monitor that may assume the auditor role in the operator's accounts. */
  readonly auditorPrincipals: readonly string[];
  readonly deployRoleArn: string;
  /** Stack id → ARN of the key of that stack's archive. AWS chooses its id, so the monitor hands each over once. */
  readonly archiveKeyArns: Readonly<Record<string, string>>;
}

/** Where a site physically is. */
export interface Placement {
  readonly region: string;
  /** Availability-zone ids, e.g. `euw1-az1`: the same in every account, unlike zone names. */
  readonly zones: readonly string[];
  /** The country that the site is meant to be in, when the region is in another one. */
  readonly standsInFor?: string;
}

export interface Site {
  /** Also the stack's id. */
  readonly id: string;
  readonly title: string;
  /** The country that the site is meant to be in. */
  readonly country: string;
  /** A planned site has network, keys and audit, and holds no user data. */
  readonly status: "active" | "planned";
  readonly account: string;
  readonly cidr: string;
  readonly placement: Placement;
}

/** `serving` → `draining` → `retired`, never back. */
export const ENCLAVE_PHASES = ["serving", "draining", "retired"] as const;

export interface Enclave {
  readonly title: string;
  readonly country: string;
  readonly account: string;
  readonly cidr: string;
  readonly placement: Placement;
  readonly phase: (typeof ENCLAVE_PHASES)[number];
  /** ISO date, literal; after it the enclave may only be retired. */
  readonly sunset: string;
  /** Id of the active site that takes over the data. */
  readonly drainTarget: string;
  readonly transferBasis: TransferBasis;
  /** That its data came home into the drain target, from the file beside the estate; a retired enclave has it. */
  readonly drained?: DrainEvidence;
}

/** Somebody outside the estate that a flow may reach, e.g. a parent company. */
export interface Counterparty {
  readonly id: string;
  readonly title: string;
  readonly account: string;
  readonly country: string;
}

/** A dated permission for people of one role, in one country of work, to reach data in one site. */
export interface Access {
  readonly id: string;
  /** Id of a site, or `enclave`. */
  readonly at: string;
  readonly role: string;
  readonly team: string;
  readonly countryOfWork: string;
  readonly dataClasses: readonly DataClass[];
  readonly purpose: string;
  readonly owner: string;
  readonly expires: string;
}

/** A dated permission for one data class to go from one place to another by one mechanism. */
export interface Flow {
  readonly id: string;
  /** Id of a site, or `enclave`. */
  readonly from: string;
  /** Id of another site, or of a counterparty. */
  readonly to: string;
  readonly dataClass: DataClass;
  readonly mechanism: Mechanism;
  readonly purpose: string;
  readonly owner: string;
  readonly expires: string;
}

/** What a change can weaken: the areas of the control catalogue, in its order. */
export const CONTROL_AREAS = [
  "region",
  "encryption",
  "isolation",
  "audit",
  "identity",
  "enclave",
  "account",
  "hardening",
] as const;
export type ControlArea = (typeof CONTROL_AREAS)[number];

/** Who must approve what weakens an area: `monitor`, or a mailbox. What weakens audit, the monitor approves. */
export type Approvals = Readonly<Record<ControlArea, string>>;

/** Where Terraform keeps each stack's state: in files beside the project, or in a locked, encrypted bucket per stack. */
export type StateBackend =
  | { readonly backend: "local" }
  | {
      readonly backend: "s3";
      /** Stack id → ARN of the key of its state bucket, handed over once by the `state-<stack>` stack that made it. */
      readonly keyArns: Readonly<Record<string, string>>;
    };

/** Everything that one file under `config/environments/` declares. */
export interface Estate {
  /** The file's name without its ending, e.g. `production`. */
  readonly name: string;
  readonly organization: Organization;
  readonly protectedJurisdictions: readonly Jurisdiction[];
  readonly monitor: Monitor;
  readonly sites: readonly Site[];
  readonly enclave: Enclave;
  readonly counterparties: readonly Counterparty[];
  readonly state: StateBackend;
  readonly accesses: readonly Access[];
  readonly flows: readonly Flow[];
  readonly approvals: Approvals;
}
