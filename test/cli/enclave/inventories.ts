import { digestOf } from "../../../config/drain-evidence";
import type { Inventory, StoredVersion } from "../../../cli/enclave/inventory";

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
  deleted: [digestOf("c")],
  items: new Map([
    [digestOf("x"), digestOf("x1")],
    [digestOf("y"), digestOf("y1")],
  ]),
};

/** All of it at home, and something of the target's own. */
export const HOME: Inventory = {
  versions: [...SOURCE.versions, version("own")].map((each) => ({ ...each, replication: "REPLICA", isCurrent: true })),
  deleted: [],
  items: new Map([...SOURCE.items, [digestOf("z"), digestOf("z1")]]),
};
