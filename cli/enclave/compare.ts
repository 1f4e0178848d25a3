import { digestOf, type DrainEvidence } from "../../config/drain-evidence";
import { isSettled, type DrainRecord } from "./drain-record";
import { versionId, type Inventory, type StoredVersion } from "./inventory";

export type VersionSum = DrainEvidence["objects"]["source"];
export type ItemSum = DrainEvidence["items"]["source"];

/** What of one kind is in the enclave, and what became of it at home. */
export interface Compared<Sum> {
  /** How many the enclave holds. */
  readonly held: number;
  /** Those that are at home as they are in the enclave, as each side has them. */
  readonly source: Sum;
  readonly target: Sum;
  /** How many came home and were changed or replaced there since, or were there before and are newer. */
  readonly newerAtHome: number;
  /** How many came home and were erased there since. */
  readonly erasedAtHome: number;
  /** Digests of the keys of what never came home, each once. */
  readonly missing: readonly string[];
  /** Digests of the keys of what is there and is not the same, or not known to be. */
  readonly different: readonly string[];
}

export interface Comparison {
  readonly objects: Compared<VersionSum>;
  readonly items: Compared<ItemSum>;
  readonly deletions: DrainEvidence["deletions"];
  /** How many of the enclave's versions have which replication status. */
  readonly replication: ReadonlyMap<string, number>;
  readonly isComplete: boolean;
  /** Nothing was looked at: that proves nothing. */
  readonly isEmpty: boolean;
}

type Fate = "same" | "newerAtHome" | "erasedAtHome" | "missing" | "different";

/**
 * Whether everything that the enclave holds has come home. The drain target is in use: what came home is changed and erased
 * there, which the record tells from what never came. What else the target holds is its own.
 */
export function compare(source: Inventory, target: Inventory, record: DrainRecord): Comparison {
  const objects = comparedVersions(source, target, record);
  const items = comparedItems(source, target, record);
  const isEmpty = source.versions.length + source.items.size === 0;
  return {
    objects,
    items,
    deletions: {
      objects: counted(source.deleted, currentKeys(target)),
      items: counted(
        [...record.items.keys()].filter((key) => !source.items.has(key)),
        target.items,
      ),
    },
    replication: statuses(source.versions),
    isComplete: !isEmpty && [objects, items].every(({ missing, different }) => missing.length + different.length === 0),
    isEmpty,
  };
}

/** The versions of both sides that are the same, by their ids. */
export function arrivedVersions(source: Inventory, target: Inventory): readonly string[] {
  const there = new Map(target.versions.map((version) => [versionId(version), version]));
  return source.versions.flatMap((version) => {
    const other = there.get(versionId(version));
    return other && isSame(version, other) ? [versionId(version)] : [];
  });
}

function comparedVersions(source: Inventory, target: Inventory, { arrived }: DrainRecord): Compared<VersionSum> {
  const there = new Map(target.versions.map((version) => [versionId(version), version]));
  const current = currentKeys(target);
  const here = new Set(source.versions.map(versionId));
  const own = target.versions.filter((version) => !here.has(versionId(version)));
  const goneOn = new Set([...own.map(({ key }) => key), ...target.deleted]);
  const fateOf = (version: StoredVersion): Fate => {
    const other = there.get(versionId(version));
    if (other) return isSame(version, other) ? "same" : "different";
    // S3 does not say where it copied to. That the target has gone on from there says it: replaced it, or deleted it.
    const came = arrived.has(versionId(version)) || (version.replication === "COMPLETED" && goneOn.has(version.key));
    if (!came) return "missing";
    return current.has(version.key) ? "newerAtHome" : "erasedAtHome";
  };
  const sum = (versions: readonly StoredVersion[]) => {
    const pairs = versions.map((own) => ({ own, beside: there.get(versionId(own))! }));
    return {
      source: sumOf(pairs),
      target: sumOf(pairs.map(({ own, beside }) => ({ own: beside, beside: own }))),
    };
  };
  return compared(source.versions, fateOf, sum, ({ key }) => key);
}

/** A replica keeps the version's id. Where S3 keeps no checksum of both, it has to say that the copy is complete. */
function isSame(version: StoredVersion, other: StoredVersion): boolean {
  if (version.bytes !== other.bytes) return false;
  if (version.checksum !== undefined && other.checksum !== undefined) return version.checksum === other.checksum;
  return version.replication === "COMPLETED";
}

/** A checksum counts where both sides have one. */
function sumOf(all: readonly { readonly own: StoredVersion; readonly beside: StoredVersion }[]): VersionSum {
  const lines = all.map(
    ({ own, beside }) => `${versionId(own)} ${own.bytes} ${(beside.checksum && own.checksum) ?? ""}`,
  );
  return {
    versions: all.length,
    bytes: all.reduce((total, { own }) => total + own.bytes, 0),
    digest: digestOf(lines.sort().join("\n")),
  };
}

function comparedItems(source: Inventory, target: Inventory, record: DrainRecord): Compared<ItemSum> {
  const fateOf = (key: string): Fate => {
    const own = source.items.get(key);
    const other = target.items.get(key);
    if (own === other) return "same";
    const came = isSettled(record.items.get(key)) && record.items.get(key)?.item === own;
    if (other === undefined) return came ? "erasedAtHome" : "missing";
    return came ? "newerAtHome" : "different";
  };
  const sum = (keys: readonly string[]) => ({ source: itemSum(source, keys), target: itemSum(target, keys) });
  return compared([...source.items.keys()], fateOf, sum, (key) => key);
}

function itemSum({ items }: Inventory, keys: readonly string[]): ItemSum {
  const lines = keys.map((key) => `${key} ${items.get(key)}`);
  return { count: keys.length, digest: digestOf(lines.sort().join("\n")) };
}

function compared<T, Sum>(
  all: readonly T[],
  fateOf: (one: T) => Fate,
  sum: (same: readonly T[]) => { readonly source: Sum; readonly target: Sum },
  keyOf: (one: T) => string,
): Compared<Sum> {
  const fates = all.map((one) => ({ one, fate: fateOf(one) }));
  const of = (fate: Fate) => fates.filter((each) => each.fate === fate).map(({ one }) => one);
  const keys = (fate: Fate) => [...new Set(of(fate).map(keyOf))];
  return {
    held: all.length,
    ...sum(of("same")),
    newerAtHome: of("newerAtHome").length,
    erasedAtHome: of("erasedAtHome").length,
    missing: keys("missing"),
    different: keys("different"),
  };
}

function currentKeys({ versions }: Inventory): ReadonlySet<string> {
  return new Set(versions.filter(({ isCurrent }) => isCurrent).map(({ key }) => key));
}

function counted(deleted: readonly string[], current: { has(key: string): boolean }) {
  return { inSource: deleted.length, currentInTarget: deleted.filter((key) => current.has(key)).length };
}

function statuses(versions: readonly StoredVersion[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { replication = "none" } of versions) counts.set(replication, (counts.get(replication) ?? 0) + 1);
  return counts;
}
