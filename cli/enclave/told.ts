import { table } from "../table";
import type { Compared, Comparison } from "./compare";

type Deleted = Comparison["deletions"]["items"];

/** How many digests are printed; the counts are exact all the same. */
const MOST_TOLD = 20;
/** Of a digest: enough to tell keys apart. */
const TOLD_DIGITS = 16;

/** A comparison for a person. No key is printed: it may be somebody's name. */
export function tellComparison(comparison: Comparison, target: string): string {
  const { objects, items, deletions, replication } = comparison;
  const row = (what: string, same: number, { held, newerAtHome, erasedAtHome }: Compared<unknown>) =>
    [what, held, same, newerAtHome, erasedAtHome, held - same - newerAtHome - erasedAtHome].map(String);
  const statuses = [...replication].sort().map(([status, count]) => `${count} ${status}`);
  return [
    table(
      ["", "In the enclave", `The same in ${target}`, "Newer there", "Erased there", "Not home"],
      [row("Object versions", objects.target.versions, objects), row("Items", items.target.count, items)],
    ),
    `The same: ${objects.target.bytes} bytes of objects. Newer: it came home, and was changed or replaced there, or was ` +
      "there before. Erased: it came home, and is gone there: nobody brings it again.",
    ...erasedThere(objects.erasedAtHome + items.erasedAtHome, target),
    `Replication status of the versions: ${statuses.join(", ") || "there are none"}.`,
    deleted("keys of objects", deletions.objects, target),
    deleted("items that an export had", deletions.items, target),
    ...digests(`Objects that are not in ${target}`, objects.missing),
    ...digests(`Objects that are another, or not yet known to be the same, in ${target}`, objects.different),
    ...digests(`Items that are not in ${target}`, items.missing),
    ...digests(`Items that are another in ${target}`, items.different),
    verdict(comparison, target),
  ].join("\n");
}

/** The table may have been lost there, and not erased: somebody has to know the figure. */
function erasedThere(count: number, target: string): readonly string[] {
  if (count === 0) return [];
  return [
    `${count} are erased in ${target} and still in the enclave: erase there too what somebody's request was about; if there ` +
      "was none, restore it at home before the enclave is retired.",
  ];
}

function deleted(what: string, { inSource, currentInTarget }: Deleted, target: string): string {
  const counts = `${inSource} ${what}, of which ${currentInTarget} are current in ${target}`;
  return `Deleted in the enclave: ${counts}; no deletion is replicated.`;
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
  if (isComplete) return `Complete: everything that the enclave holds has come home into ${target}.`;
  const counts = [objects, items].map(({ missing, different }) => missing.length + different.length);
  return `Incomplete: ${counts[0]} objects and ${counts[1]} items of the enclave have not come home into ${target}.`;
}
