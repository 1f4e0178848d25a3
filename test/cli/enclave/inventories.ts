import { digestOf } from "../../../config/drain-evidence";
import type { DrainRecord } from "../../../cli/enclave/drain-record";
import { versionId, type Inventory, type StoredVersion } from "../../../cli/enclave/inventory";

export function version(key: string, differs: Partial<StoredVersion> = {}): StoredVersion {
  return { key: digestOf(key), version: `${key}-1`, bytes: 10, replication: "COMPLETED", isCurrent: true, ...differs };
}

/** What the enclave holds in these tests: two objects, one of them twice, one deleted, and two items. */
export const SOURCE: Inventory = {
  versions: [
    version("a"),
    version("b", { version: "b-0", isCurrent: false }),
    version("b"),
    version("c", { isCurrent: false }),
  ],
  ofDrain: [],
  deleted: [digestOf("c")],
  items: new Map([
    [digestOf("x"), digestOf("x1")],
    [digestOf("y"), digestOf("y1")],
  ]),
};

/** All of it at home, and something of the target's own. */
export const HOME: Inventory = {
  versions: [...SOURCE.versions, version("own")].map((each) => ({ ...each, replication: "REPLICA", isCurrent: true })),
  ofDrain: [],
  deleted: [],
  items: new Map([...SOURCE.items, [digestOf("z"), digestOf("z1")]]),
};

/** Nothing is written down yet. */
export const NOTHING: DrainRecord = { exports: new Set(), items: new Map(), arrived: new Set() };

/** The drain has imported both items, and seen every version at home. */
export const DRAINED: DrainRecord = {
  exports: new Set(["01"]),
  items: new Map([...SOURCE.items].map(([key, item]) => [key, { item, fate: "written" }])),
  arrived: new Set(SOURCE.versions.map(versionId)),
};
