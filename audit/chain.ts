import type { KeyOwner } from "./delivered-key";

export interface Period {
  readonly from: Date;
  readonly to: Date;
}

export interface StoredObject {
  readonly body: Uint8Array;
  /** Names in lower case, without `x-amz-meta-`. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** A key of `cloudtrail:ListPublicKeys`. */
export interface PublicKey {
  readonly fingerprint: string;
  /** DER, PKCS #1. */
  readonly value: Uint8Array;
}

/** Where the archive and CloudTrail's public keys are read. */
export interface ChainReader {
  /** The object under a key, or nothing when there is none. */
  readonly object: (key: string) => Promise<StoredObject | undefined>;
  /** The keys with which CloudTrail signed in a region. */
  readonly publicKeys: (region: string, during: Period) => Promise<readonly PublicKey[]>;
}

/** What one trail recorded in one region, as far as it is in the archive. */
export interface TrailChain extends KeyOwner {
  readonly bucket: string;
  readonly trailName: string;
  readonly region: string;
  /** Keys of the digests that end in the period. */
  readonly digestKeys: readonly string[];
  /** Keys of the log files whose names are of the period. */
  readonly logKeys: readonly string[];
}

export type ChainProblemKind =
  /** The digest after it names it, and it is not there. */
  | "digest-missing"
  /** It is no gzip file of a digest, or of another trail, account or region. */
  | "digest-unreadable"
  /** It says that it belongs elsewhere. */
  | "digest-moved"
  /** Its content is not what the digest after it says. */
  | "digest-altered"
  | "signature-invalid"
  | "key-not-found"
  /** It does not follow the digest before it: recording was stopped, or a link replaced. */
  | "chain-broken"
  /** A time for which there is no digest. */
  | "time-gap"
  | "log-missing"
  | "log-altered"
  /** It lies among the log files, and no valid digest of its hour names it. */
  | "log-unnamed";

export interface ChainProblem {
  readonly kind: ChainProblemKind;
  /** The file that it is about. */
  readonly key?: string;
  /** The time that is in doubt. */
  readonly during: Period;
}

export interface ChainVerdict {
  /** Digests whose signature is valid. */
  readonly digests: number;
  /** Log files whose content is what a valid digest says. */
  readonly logs: number;
  readonly problems: readonly ChainProblem[];
}
