import type { DataClass } from "../config/estate";
import type { Jurisdiction } from "../config/geography";
import type { Counts } from "./evaluate";
import type { Finding, ResidencyVerdict } from "./finding";
import type { Metadata } from "./policy";
import type { Moves } from "./residency/channel";
import type { Waived } from "./waivers/apply-waivers";

/** What a check says, whatever form it is printed in. */
export interface Report {
  /** The estate's name and the ISO date that it was judged on. */
  readonly estate: string;
  readonly today: string;
  readonly summary: Summary;
  /** What failed or could not be decided, the gravest first. */
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  /** Every policy that was asked, with how often it came to what. */
  readonly policies: readonly JudgedPolicy[];
  /** Where the estate's data can be, and whom it declares: what a map shows. */
  readonly places: readonly ReportedPlace[];
  /** The ways between them that were judged, alike ones counted together. */
  readonly channels: readonly ReportedChannel[];
  /** What a reader must know beside the verdicts, e.g. where a region stands in for a country. */
  readonly notes: readonly string[];
  /** Stack id → the file that was judged. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Summary extends Counts {
  readonly stacks: number;
  readonly resources: number;
  readonly policies: number;
}

export interface JudgedPolicy {
  readonly policy: Metadata;
  readonly counts: Counts;
}

/** A stack's place, or somebody else who can have data: a counterparty, the people of a country. */
export interface ReportedPlace {
  /** The stack's id, the counterparty's, or the label by which channels name the other party. */
  readonly id: string;
  readonly kind: "organization" | "monitor" | "site" | "enclave" | "counterparty" | "people" | "other";
  readonly title: string;
  readonly account?: string;
  readonly region?: string;
  /** ISO code of the country that the data, the counterparty or the people are in. */
  readonly country: string;
  readonly jurisdiction?: Jurisdiction;
  /** Whether restricted data may be there. */
  readonly isProtected: boolean;
  /** ISO code of the country that the site is meant to be in, when its region is in another one. */
  readonly standsInFor?: string;
  /** The network of its segment. */
  readonly cidr?: string;
  /** `active`, `planned`, `serving, sunset 2027-09-30`, `staff in GB` … */
  readonly status?: string;
}

/** Ways of one mechanism from one place to another that came to one verdict. */
export interface ReportedChannel {
  /** The id of a reported place, or the label of another party. */
  readonly from: string;
  readonly to: string;
  /** As in findings: `S3 replication`. */
  readonly mechanism: string;
  readonly moves?: Moves;
  readonly dataClass?: DataClass;
  readonly verdict: "covered" | ResidencyVerdict;
  readonly count: number;
}
