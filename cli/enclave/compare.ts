import { digestOf } from "../../config/drain-evidence";
import type { Inventory, StoredVersion } from "./inventory";

/** What of one kind is in the enclave, and what of that is at home. */
export interface Compared<Sum> {
  readonly source: Sum;
  readonly target: Sum;
  /** Digests of the keys of what is not there, each once. */
  readonly missing: readonly string[];
  /** Digests of the keys of what is there and is not the same, or not known to be. */
  readonly different: readonly string[];
}

export interface VersionSum {
  readonly versions: number;
  readonly bytes: number;
  readonly digest: string;
}

export interface ItemSum {
  readonly count: number;
  readonly digest: string;
}

export interface Comparison {
  readonly objects: Compared<VersionSum>;
  readonly items: Compared<ItemSum>;
  readonly deletions: { readonly inSource: number; readonly currentInTarget: number };
  /** How many of the enclave's versions have which replication status. */
  readonly replication: ReadonlyMap<string, number>;
  readonly isComplete: boolean;
  /** Nothing was looked at: that proves nothing. */
  readonly isEmpty: boolean;
}

/** Whether everything that the enclave holds is in its drain target. What else the target holds is its own. */
export function compare(source: Inventory, target: Inventory): Comparison {
  const objects = comparedVersions(source, target);
  const items = comparedItems(source, target);
  const current = new Set(target.versions.filter(({ isCurrent }) => isCurrent).map(({ key }) => key));
  const isEmpty = source.versions.length + source.items.size === 0;
  return {
    objects,
    items,
    deletions: {
      inSource: source.deleted.length,
      currentInTarget: source.deleted.filter((key) => current.has(key)).length,
    },
    replication: counted(source.versions.map(({ replication }) => replication ?? "none")),
    isComplete: !isEmpty && [objects, items].every(({ missing, different }) => missing.length + different.length === 0),
    isEmpty,
  };
}

function comparedVersions(source: Inventory, target: Inventory): Compared<VersionSum> {
  const there = new Map(target.versions.map((version) => [idOf(version), version]));
  const pairs = source.versions.map((version) => ({ version, other: there.get(idOf(version)) }));
  const found = pairs.flatMap(({ version, other }) => (other ? [{ version, other }] : []));
  return {
    source: sumOf(pairs.map(({ version, other }) => ({ own: version, beside: other }))),
    target: sumOf(found.map(({ version, other }) => ({ own: other, beside: version }))),
    missing: distinct(pairs.filter(({ other }) => !other).map(({ version }) => version.key)),
    different: distinct(
      found.filter(({ version, other }) => !isSame(version, other)).map(({ version }) => version.key),
    ),
  };
}

/** A replica keeps the version's id. Where S3 keeps no checksum of both, it has to say that the copy is complete. */
function isSame(version: StoredVersion, other: StoredVersion): boolean {
  if (version.bytes !== other.bytes) return false;
  if (version.checksum !== undefined && other.checksum !== undefined) return version.checksum === other.checksum;
  return version.replication === "COMPLETED";
}

const idOf = ({ key, version }: StoredVersion) => `${key} ${version}`;

/** A checksum counts where both sides have one. */
function sumOf(
  all: readonly { readonly own: StoredVersion; readonly beside: StoredVersion | undefined }[],
): VersionSum {
  const lines = all.map(({ own, beside }) => `${idOf(own)} ${own.bytes} ${(beside?.checksum && own.checksum) ?? ""}`);
  return {
    versions: all.length,
    bytes: all.reduce((sum, { own }) => sum + own.bytes, 0),
    digest: digestOf(lines.sort().join("\n")),
  };
}

function comparedItems(source: Inventory, target: Inventory): Compared<ItemSum> {
  const keys = [...source.items.keys()];
  const found = keys.filter((key) => target.items.has(key));
  return {
    source: itemSum(source, keys),
    target: itemSum(target, found),
    missing: keys.filter((key) => !target.items.has(key)),
    different: found.filter((key) => source.items.get(key) !== target.items.get(key)),
  };
}

function itemSum({ items }: Inventory, keys: readonly string[]): ItemSum {
  const lines = keys.map((key) => `${key} ${items.get(key)}`);
  return { count: keys.length, digest: digestOf(lines.sort().join("\n")) };
}

const distinct = (texts: readonly string[]) => [...new Set(texts)];

function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
