import { table } from "../table";
import type { Comparison } from "./compare";

/** How many digests are printed; the counts are exact all the same. */
const MOST_TOLD = 20;
/** Of a digest: enough to tell keys apart. */
const TOLD_DIGITS = 16;

/** A comparison for a person. No key is printed: it may be somebody's name. */
export function tellComparison(comparison: Comparison, target: string): string {
  const { objects, items, deletions, replication } = comparison;
  const row = (what: string, source: number, there: number) => [what, source, there, source - there].map(String);
  const statuses = [...replication].sort().map(([status, count]) => `${count} ${status}`);
  return [
    table(
      ["", "In the enclave", `Of it in ${target}`, "Not there"],
      [
        row("Object versions", objects.source.versions, objects.target.versions),
        row("Bytes", objects.source.bytes, objects.target.bytes),
        row("Items", items.source.count, items.target.count),
      ],
    ),
    `Replication status of the versions: ${statuses.join(", ") || "there are none"}.`,
    `Deleted in the enclave: ${deletions.inSource} keys, of which ${deletions.currentInTarget} are current in ${target}; ` +
      "replication carries no deletion.",
    ...digests(`Objects that are not in ${target}`, objects.missing),
    ...digests(`Objects that are another, or not yet known to be the same, in ${target}`, objects.different),
    ...digests(`Items that are not in ${target}`, items.missing),
    ...digests(`Items that are another in ${target}`, items.different),
    verdict(comparison, target),
  ].join("\n");
}

function digests(title: string, all: readonly string[]): readonly string[] {
  if (all.length === 0) return [];
  const told = all.slice(0, MOST_TOLD).map((digest) => `  ${digest.slice(0, "sha256:".length + TOLD_DIGITS)}`);
  const more = all.length > MOST_TOLD ? [`  and ${all.length - MOST_TOLD} more`] : [];
  const how = "the SHA-256 of their keys, since a key may name somebody: hash the keys of the store to find them";
  return [`${title}: ${all.length}, by ${how}.`, ...told, ...more];
}

function verdict({ objects, items, isComplete, isEmpty }: Comparison, target: string): string {
  if (isEmpty) return "Incomplete: the enclave's store is empty, which proves nothing.";
  if (isComplete) return `Complete: everything that the enclave holds is in ${target}.`;
  const counts = [objects, items].map(({ missing, different }) => missing.length + different.length);
  return `Incomplete: ${counts[0]} objects and ${counts[1]} items are not in ${target} as they are in the enclave.`;
}
